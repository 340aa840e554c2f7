package org.ectsuite.auth.magiclink;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.jspecify.annotations.Nullable;

/**
 * The eight characters (40 bits) that stand for a link where the link itself cannot go: on paper, over the telephone,
 * from another device. Crockford's alphabet: what looks like another character is read as that one.
 *
 * <p>A code is worth something only in the browser that asked for it, and for five attempts.
 *
 * @param text eight characters, upper case, without the dash in the middle
 */
record SignInCode(String text) {

    static final int LENGTH = 8;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;
    private static final Pattern READ = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s.\u2010-\u2015-]");

    SignInCode {
        if (!READ.matcher(text).matches()) {
            throw new IllegalArgumentException("Not a code");
        }
    }

    /** The code of a link: whoever holds the link can be shown it, so nobody has to store it. */
    static SignInCode of(OpaqueToken link) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(link.text().getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            byte[] digest = mac.doFinal("ect sign-in code".getBytes(StandardCharsets.US_ASCII));
            long bits = 0;
            for (int i = 0; i < LENGTH * BITS / 8; i++) {
                bits = (bits << 8) | (digest[i] & 0xff);
            }
            StringBuilder text = new StringBuilder(LENGTH);
            for (int i = LENGTH - 1; i >= 0; i--) {
                text.append(ALPHABET.charAt((int) (bits >>> (i * BITS)) & 31));
            }
            return new SignInCode(text.toString());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HmacSHA256", e);
        }
    }

    /** Reads what somebody typed; empty when it cannot be a code. */
    static Optional<SignInCode> parse(@Nullable String typed) {
        if (typed == null || typed.length() > 4 * LENGTH) {
            return Optional.empty();
        }
        String text = SEPARATORS
                .matcher(typed)
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return READ.matcher(text).matches() ? Optional.of(new SignInCode(text)) : Optional.empty();
    }

    /** For people: {@code XXXX-XXXX}. */
    String grouped() {
        return text.substring(0, LENGTH / 2) + '-' + text.substring(LENGTH / 2);
    }

    @Override
    public String toString() {
        return "SignInCode[hidden]";
    }
}
