package org.ectsuite.media.item;

import java.util.UUID;
import org.ectsuite.media.metadata.MediaKind;
import org.jspecify.annotations.Nullable;

/** Which items a list shows; null does not restrict. */
public record ItemFilter(
        @Nullable UUID library,
        @Nullable MediaKind kind,
        @Nullable String text) {}
