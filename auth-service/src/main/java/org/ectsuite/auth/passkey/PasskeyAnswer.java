package org.ectsuite.auth.passkey;

import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an authenticator answered to a challenge, as a page sends it (WebAuthn section 5.2.2).
 *
 * @param ticket of the challenge
 * @param userHandle the account's id; absent from authenticators that keep none
 */
// Never compared: an array in a record compares by identity.
@SuppressWarnings("ArrayRecordComponent")
public record PasskeyAnswer(
        String ticket,
        byte[] credentialId,
        byte[] clientData,
        byte[] authenticatorData,
        byte[] signature,
        byte @Nullable [] userHandle) {

    /** In characters of base64url; each part of an honest answer is far shorter. */
    private static final int LONGEST = 4096;

    /** Reads a form; empty if it can be no answer. */
    public static Optional<PasskeyAnswer> parse(PasskeyForm form) {
        byte[] id = bytes(form.credential);
        byte[] clientData = bytes(form.clientData);
        byte[] authenticatorData = bytes(form.authenticatorData);
        byte[] signature = bytes(form.signature);
        return form.ticket == null || id == null || clientData == null || authenticatorData == null || signature == null
                ? Optional.empty()
                : Optional.of(new PasskeyAnswer(
                        form.ticket, id, clientData, authenticatorData, signature, bytes(form.userHandle)));
    }

    /** Null unless it is base64url of at least one byte. */
    static byte @Nullable [] bytes(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > LONGEST) {
            return null;
        }
        try {
            byte[] decoded = Base64.getUrlDecoder().decode(text);
            return decoded.length == 0 ? null : decoded;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public String toString() {
        return "PasskeyAnswer[hidden]";
    }
}
