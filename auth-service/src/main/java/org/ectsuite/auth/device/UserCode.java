package org.ectsuite.auth.device;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * What somebody reads from one device and types on another: eight consonants (RFC 8628 section 6.1), which spell nothing
 * and are not mistaken for digits; 34 bits.
 *
 * @param text without the dash
 */
record UserCode(String text) {

    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVWXZ";
    private static final int LENGTH = 8;
    private static final int HALF = LENGTH / 2;
    private static final int LONGEST_TYPED = 32;
    private static final Pattern CODE = Pattern.compile("[" + ALPHABET + "]{" + LENGTH + "}", Pattern.CASE_INSENSITIVE);
    private static final Pattern BETWEEN = Pattern.compile("[\\s.-]");

    static UserCode random(SecureRandom random) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new UserCode(text.toString());
    }

    /** What was typed; case, blanks, dots and dashes do not matter. */
    static Optional<UserCode> parse(@Nullable String typed) {
        if (typed == null || typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        // Looked at as typed: other alphabets have letters that turn into ours when they become capitals.
        String text = BETWEEN.matcher(typed).replaceAll("");
        return CODE.matcher(text).matches()
                ? Optional.of(new UserCode(text.toUpperCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** As people see it: {@code BCDF-GHJK}. */
    String grouped() {
        return text.substring(0, HALF) + '-' + text.substring(HALF);
    }

    byte[] hash() {
        return DigestUtils.sha256(text);
    }
}
