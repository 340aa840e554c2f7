package org.ectsuite.auth.factor;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * A code for the day on which the authenticator is lost: 24 characters of Crockford's base 32, that is 120 random bits, so
 * that a plain hash may be stored. Read as people write it: in any case, with blanks or hyphens, O for 0, I and L for 1.
 */
final class RecoveryCode {

    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 24;
    private static final int GROUP = 4;
    private static final Pattern TEXT = Pattern.compile("[0-9A-HJKMNP-TV-Z]{24}");

    private final String text;

    private RecoveryCode(String text) {
        this.text = text;
    }

    static RecoveryCode random(SecureRandom random) {
        StringBuilder text = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            text.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return new RecoveryCode(text.toString());
    }

    static Optional<RecoveryCode> parse(String typed) {
        String text = typed.replaceAll("[\\s-]", "")
                .toUpperCase(Locale.ROOT)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return TEXT.matcher(text).matches() ? Optional.of(new RecoveryCode(text)) : Optional.empty();
    }

    /** As it is shown: six groups of four. */
    String grouped() {
        StringBuilder grouped = new StringBuilder();
        for (int i = 0; i < LENGTH; i += GROUP) {
            grouped.append(i == 0 ? "" : "-").append(text, i, i + GROUP);
        }
        return grouped.toString();
    }

    /** For the database: SHA-256 of the text. */
    byte[] hash() {
        return DigestUtils.sha256(text);
    }

    @Override
    public String toString() {
        return "RecoveryCode[hidden]";
    }
}
