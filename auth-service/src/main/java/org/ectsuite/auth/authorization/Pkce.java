package org.ectsuite.auth.authorization;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** Binds a code to the program that asked for it (RFC 7636, method S256 and no other). */
final class Pkce {

    static final String METHOD = "S256";

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private Pkce() {}

    static boolean isChallenge(String text) {
        return CHALLENGE.matcher(text).matches();
    }

    /**
     * Whether the verifier belongs to the challenge. A code that was asked for without a challenge takes no verifier: else
     * somebody could have taken the challenge out of the request on its way (RFC 9700 section 4.8.2).
     */
    static boolean matches(@Nullable String verifier, @Nullable String challenge) {
        if (verifier == null || challenge == null) {
            return verifier == null && challenge == null;
        }
        return VERIFIER.matcher(verifier).matches()
                && MessageDigest.isEqual(
                        challengeOf(verifier).getBytes(StandardCharsets.US_ASCII),
                        challenge.getBytes(StandardCharsets.US_ASCII));
    }

    private static String challengeOf(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(DigestUtils.sha256(verifier));
    }
}
