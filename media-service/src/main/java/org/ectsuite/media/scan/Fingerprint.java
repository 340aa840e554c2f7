package org.ectsuite.media.scan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import org.apache.commons.codec.digest.DigestUtils;

/** SHA-256 over a file's size, its first and its last 64 KiB: cheap, and enough to know a recording again. */
final class Fingerprint {

    private static final int PART = 64 * 1024;

    private Fingerprint() {}

    static byte[] of(SeekableByteChannel channel) throws IOException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        long size = channel.size();
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(size).flip());
        ByteBuffer buffer = ByteBuffer.allocate(PART);
        read(channel, 0, buffer, digest);
        if (size > PART) {
            read(channel, Math.max(PART, size - PART), buffer.clear(), digest);
        }
        return digest.digest();
    }

    private static void read(SeekableByteChannel channel, long from, ByteBuffer buffer, MessageDigest digest)
            throws IOException {
        channel.position(from);
        int read = 0;
        while (buffer.hasRemaining() && read >= 0) {
            read = channel.read(buffer);
        }
        digest.update(buffer.flip());
    }
}
