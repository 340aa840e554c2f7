package org.ectsuite.notification.message;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/** SHA-256 over a sequence of parts, each with its length before it, so that no two sequences run together. */
final class Fingerprint {

    private final MessageDigest digest = DigestUtils.getSha256Digest();

    /** Adds the text of the part; null differs from every text. */
    Fingerprint add(@Nullable Object part) {
        return part == null ? length(-1) : add(part.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Adds the bytes. */
    Fingerprint add(byte[] part) {
        length(part.length);
        digest.update(part);
        return this;
    }

    /** The digest in hexadecimal; nothing can be added afterwards. */
    String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }

    private Fingerprint length(int length) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
        return this;
    }
}
