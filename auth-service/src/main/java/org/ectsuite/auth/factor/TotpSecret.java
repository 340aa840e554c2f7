package org.ectsuite.auth.factor;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The secret that an authenticator shares with us: 160 random bits, from which both make a new code of six digits every 30
 * seconds (RFC 6238 with HMAC-SHA-1, which all authenticators know).
 */
final class TotpSecret {

    private static final int BYTES = 20;
    private static final int STEP_SECONDS = 30;
    /** Clocks differ: a code of the step before or after is good, too. */
    private static final int WINDOW = 1;

    private static final int DIGITS = 6;
    private static final int MODULUS = 1_000_000;
    private static final String BASE_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BASE_32_BITS = 5;

    private final byte[] bytes;

    private TotpSecret(byte[] bytes) {
        this.bytes = bytes;
    }

    static TotpSecret random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new TotpSecret(bytes);
    }

    /** As it is kept, once unsealed. */
    static TotpSecret of(byte[] bytes) {
        return new TotpSecret(bytes.clone());
    }

    /** To be sealed. */
    byte[] bytes() {
        return bytes.clone();
    }

    /**
     * The time step whose code this is; empty if it is none of now.
     *
     * @param code six digits
     * @param after the step of the last code that was taken: it and those before it are used up
     */
    OptionalLong stepOf(String code, Instant now, long after) {
        long present = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        long found = Long.MIN_VALUE;
        for (long step = present - WINDOW; step <= present + WINDOW; step++) {
            // All steps are compared, always: the time this takes tells nothing.
            if (MessageDigest.isEqual(ascii(code(step)), ascii(code)) && step > after) {
                found = step;
            }
        }
        return found == Long.MIN_VALUE ? OptionalLong.empty() : OptionalLong.of(found);
    }

    /** The code of a time step (RFC 4226 section 5.3). */
    String code(long step) {
        byte[] mac = hmac(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & 0x0f;
        int number = ByteBuffer.wrap(mac).getInt(offset) & Integer.MAX_VALUE;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % MODULUS);
    }

    /** For typing into an authenticator that has no camera: base 32 (RFC 4648), 32 characters. */
    String text() {
        StringBuilder text = new StringBuilder();
        int buffer = 0;
        int held = 0;
        for (byte one : bytes) {
            buffer = (buffer << Byte.SIZE) | (one & 0xff);
            held += Byte.SIZE;
            while (held >= BASE_32_BITS) {
                held -= BASE_32_BITS;
                text.append(BASE_32.charAt((buffer >> held) & 0x1f));
            }
            buffer &= (1 << held) - 1;
        }
        return text.toString();
    }

    /** For the camera of an authenticator. */
    String uri(String issuer, String account) {
        return "otpauth://totp/" + encoded(issuer) + ":" + encoded(account) + "?secret=" + text() + "&issuer="
                + encoded(issuer) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP_SECONDS;
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has HMAC-SHA-1", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "TotpSecret[hidden]";
    }
}
