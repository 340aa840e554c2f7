package org.ectsuite.auth.passkey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an authenticator has made (WebAuthn section 5.2.1); bytes in base64url.
 *
 * @param name what its owner calls it
 * @param ticket from the invitation
 */
@Schema(name = "NewPasskey")
record NewPasskey(
        @NotBlank @Size(max = 100) @Pattern(regexp = "[^\\p{Cc}\\p{Cf}\\u2028\\u2029]*", message = "must be one line of text") String name,

        @NotNull @Size(max = 512) String ticket,

        @NotNull @Size(max = 4096) @Pattern(regexp = "[A-Za-z0-9_-]*") String clientData,

        @NotNull @Size(max = 16_384) @Pattern(regexp = "[A-Za-z0-9_-]*") String attestation) {}
