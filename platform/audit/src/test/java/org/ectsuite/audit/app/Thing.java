package org.ectsuite.audit.app;

import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What is changed. */
public record Thing(
        @Size(max = 100) String name,
        @Size(max = 100) @Nullable String apiSecret) {}
