package org.ectsuite.auth.factor;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A first code, by which an authenticator shows that it has the secret. */
@Schema(name = "TotpConfirmation")
record TotpConfirmation(@NotNull @Size(max = 64) String code) {

    @Override
    public String toString() {
        return "TotpConfirmation[hidden]";
    }
}
