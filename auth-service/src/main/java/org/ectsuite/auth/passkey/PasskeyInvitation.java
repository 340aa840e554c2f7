package org.ectsuite.auth.passkey;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an authenticator is told to make a passkey (WebAuthn section 5.4); bytes in base64url.
 *
 * @param ticket comes back with the answer
 * @param relyingPartyId the host of the public origin
 * @param userHandle the account's id
 * @param algorithms COSE numbers, the best liked first
 * @param known passkeys of the account: no authenticator makes a second one
 * @param userVerification {@code required} for administrators, else {@code preferred}
 */
@Schema(name = "PasskeyInvitation")
record PasskeyInvitation(
        String ticket,
        String challenge,
        String relyingPartyId,
        String relyingPartyName,
        String userHandle,
        String userName,
        String userDisplayName,
        List<Integer> algorithms,
        List<String> known,
        String userVerification) {}
