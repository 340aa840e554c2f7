package org.ectsuite.auth.signin;

import io.quarkus.qute.TemplateData;
import java.util.List;
import org.ectsuite.auth.passkey.Challenge;
import org.ectsuite.auth.passkey.Passkeys;

/**
 * What the script of a page asks an authenticator for.
 *
 * @param relyingParty the host of the public origin
 * @param challenge in base64url
 * @param ticket comes back with the answer
 * @param allowed ids of the passkeys that will do, in base64url, separated by blanks; empty for any
 * @param verification {@code required} or {@code preferred}: whether the authenticator is to make sure that it is its owner
 */
@TemplateData
record PasskeyPrompt(String relyingParty, String challenge, String ticket, String allowed, String verification) {

    /** For somebody who is not known yet. */
    static PasskeyPrompt forAnybody(Passkeys passkeys, Challenge challenge) {
        return new PasskeyPrompt(passkeys.relyingPartyId(), challenge.value(), challenge.ticket(), "", "preferred");
    }

    /** For the owner of these passkeys, in place of a second factor. */
    static PasskeyPrompt forOwner(Passkeys passkeys, Challenge challenge, List<String> ids) {
        return new PasskeyPrompt(
                passkeys.relyingPartyId(), challenge.value(), challenge.ticket(), String.join(" ", ids), "required");
    }
}
