package org.ectsuite.auth.passkey;

import java.util.Base64;

/**
 * What an authenticator is to sign.
 *
 * @param value 256 random bits in base64url
 * @param ticket the same, sealed with its purpose and time; comes back with the answer
 */
public record Challenge(String value, String ticket) {

    static Challenge of(byte[] value, byte[] sealed) {
        Base64.Encoder encoder = Base64.getUrlEncoder().withoutPadding();
        return new Challenge(encoder.encodeToString(value), encoder.encodeToString(sealed));
    }
}
