package org.ectsuite.auth.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A suspension.
 *
 * @param reason shown to the one it concerns
 * @param until absent: without end
 */
public record BanRequest(
        @NotBlank @Size(max = 500) String reason, @Nullable Instant until) {}
