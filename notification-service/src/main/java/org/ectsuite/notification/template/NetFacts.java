package org.ectsuite.notification.template;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the letters about a net that is to come, or has just begun, say of it.
 *
 * @param netName name of the net
 * @param description what the net is about; may have several lines
 * @param ncs net control stations, as they are to be shown
 * @param frequencies frequencies or talk groups, as they are to be shown
 * @param start when it begins or began; absent if it was called off before it had a time
 * @param url the page of the net
 */
@RegisterForReflection
public record NetFacts(
        @NotNull @Size(min = 1, max = 200) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) String netName,

        @Size(max = 2000) @Nullable String description,
        @NotNull @Size(max = 50) List<@NotNull @Size(max = 200) String> ncs,
        @NotNull @Size(max = 50) List<@NotNull @Size(max = 300) String> frequencies,
        @Nullable Instant start,
        @NotNull @Size(max = 2000) String url) {}
