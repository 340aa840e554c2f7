package org.ectsuite.auth.opaque;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * 256 random bits, written as 43 characters of base64url.
 *
 * <p>Its hash may be stored: the input has too much entropy to be found by trying, so neither salt nor a slow hash is
 * needed. {@link #toString()} tells nothing, because such values end up in log lines.
 */
public final class OpaqueToken {

    private static final int BYTES = 32;
    private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String text;

    private OpaqueToken(String text) {
        this.text = text;
    }

    public static OpaqueToken random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new OpaqueToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What a client presents; empty when it cannot be a token of ours. */
    public static Optional<OpaqueToken> parse(@Nullable String text) {
        return text != null && TEXT.matcher(text).matches() ? Optional.of(new OpaqueToken(text)) : Optional.empty();
    }

    /** For the one who is to hold it. */
    public String text() {
        return text;
    }

    /** For the database: SHA-256 of the text. */
    public byte[] hash() {
        return DigestUtils.sha256(text);
    }

    /** SHA-256 of this token and a short value that is safe to store only in this company. */
    public byte[] hashWith(String companion) {
        return DigestUtils.sha256(text + '.' + companion);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof OpaqueToken token
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.US_ASCII), token.text.getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return "OpaqueToken[hidden]";
    }
}
