package org.ectsuite.auth.factor;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an authenticator needs; shown until a first code has confirmed it.
 *
 * @param secret base 32, for typing
 * @param uri {@code otpauth:} for programs
 * @param picture the same for a camera
 */
@Schema(name = "TotpSetUp")
record TotpSetUp(String secret, String uri, QrPicture picture) {

    @Override
    public String toString() {
        return "TotpSetUp[hidden]";
    }
}
