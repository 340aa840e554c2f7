package org.ectsuite.auth.apikey;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * The secret of an API key: {@code ect_}, 256 random bits as 43 digits of base 62, and their CRC-32 as 6 more. By the
 * prefix programs that look for leaked secrets find it ({@code ect_[0-9A-Za-z]{49}}), by the checksum they and we know a
 * mistyped or invented one without asking the database.
 */
final class ApiKeySecret {

    private static final String PREFIX = "ect_";
    private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(DIGITS.length());
    private static final int RANDOM_BITS = 256;
    private static final int RANDOM_DIGITS = 43;
    private static final int CHECK_DIGITS = 6;
    private static final Pattern TEXT = Pattern.compile("ect_[0-9A-Za-z]{49}");

    private final String text;

    private ApiKeySecret(String text) {
        this.text = text;
    }

    static ApiKeySecret random(SecureRandom random) {
        String digits = baseSixtyTwo(new BigInteger(RANDOM_BITS, random), RANDOM_DIGITS);
        return new ApiKeySecret(PREFIX + digits + checksum(digits));
    }

    /** What a client presents; empty when it cannot be a secret of ours. */
    static Optional<ApiKeySecret> parse(@Nullable String text) {
        if (text == null || !TEXT.matcher(text).matches()) {
            return Optional.empty();
        }
        int end = PREFIX.length() + RANDOM_DIGITS;
        return checksum(text.substring(PREFIX.length(), end)).equals(text.substring(end))
                ? Optional.of(new ApiKeySecret(text))
                : Optional.empty();
    }

    /** Whether a text is meant to be such a secret, right or wrong. */
    static boolean resembles(String text) {
        return text.startsWith(PREFIX);
    }

    /** For the one who is to hold it. */
    String text() {
        return text;
    }

    /** For the database: SHA-256 of the text. */
    byte[] hash() {
        return DigestUtils.sha256(text);
    }

    /** Whether a stored hash is this secret's; takes equally long whatever the difference. */
    boolean hashesTo(byte @Nullable [] stored) {
        return stored != null && MessageDigest.isEqual(hash(), stored);
    }

    @Override
    public String toString() {
        return "ApiKeySecret[hidden]";
    }

    private static String checksum(String digits) {
        CRC32 crc = new CRC32();
        crc.update(digits.getBytes(StandardCharsets.US_ASCII));
        return baseSixtyTwo(BigInteger.valueOf(crc.getValue()), CHECK_DIGITS);
    }

    private static String baseSixtyTwo(BigInteger number, int width) {
        StringBuilder reversed = new StringBuilder(width);
        BigInteger rest = number;
        while (reversed.length() < width) {
            BigInteger[] parts = rest.divideAndRemainder(BASE);
            reversed.append(DIGITS.charAt(parts[1].intValue()));
            rest = parts[0];
        }
        return reversed.reverse().toString();
    }
}
