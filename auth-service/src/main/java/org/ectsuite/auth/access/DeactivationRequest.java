package org.ectsuite.auth.access;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A rest.
 *
 * @param reason shown to the one it concerns
 */
public record DeactivationRequest(@NotBlank @Size(max = 500) String reason) {}
