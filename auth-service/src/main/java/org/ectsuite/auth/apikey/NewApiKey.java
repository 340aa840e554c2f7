package org.ectsuite.auth.apikey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A wish for an API key.
 *
 * @param name what its owner calls it
 * @param expiresInDays so long it lives, and again after each rotation
 */
@Schema(name = "NewApiKey")
record NewApiKey(
        @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cc}\\p{Cf}\\u2028\\u2029]*", message = "must be one line of text") String name,

        @NotNull @Size(min = 1, max = 10) List<@NotNull @Size(max = 60) String> scopes,
        @Min(1) @Max(365) int expiresInDays) {}
