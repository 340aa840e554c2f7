package org.ectsuite.auth.passkey;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** The fields that the script of our pages fills in with an authenticator's answer, all but the ticket in base64url. */
public class PasskeyForm {

    @RestForm("passkey_ticket")
    @Schema(description = "The ticket from the page")
    @Nullable String ticket;

    @RestForm("passkey_credential")
    @Nullable String credential;

    @RestForm("passkey_client_data")
    @Nullable String clientData;

    @RestForm("passkey_authenticator_data")
    @Nullable String authenticatorData;

    @RestForm("passkey_signature")
    @Nullable String signature;

    @RestForm("passkey_user_handle")
    @Nullable String userHandle;

    /** Whether the form with a passkey was sent, and not one with a code beside it. */
    public boolean sent() {
        return credential != null && !credential.isEmpty();
    }
}
