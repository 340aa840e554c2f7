package org.ectsuite.media.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Random access to one file for the readers. Every position and length comes out of the file itself and is therefore
 * checked against its size; nothing is ever allocated that is larger than what is left of the file or than the
 * caller's own maximum. Not thread-safe.
 */
final class MediaInput {

    private static final int WINDOW = 16 * 1024;

    private final @Nullable SeekableByteChannel channel;
    private final ReadLimits limits;
    private final long size;
    private byte[] window;
    private long windowStart;
    private int windowLength;

    MediaInput(SeekableByteChannel channel, ReadLimits limits) throws IOException {
        this.channel = channel;
        this.limits = limits;
        this.size = channel.size();
        this.window = new byte[0];
    }

    /** A part of a file that had to be unpacked first; it counts against the same limits. */
    MediaInput(byte[] content, ReadLimits limits) {
        this.channel = null;
        this.limits = limits;
        this.size = content.length;
        this.window = content;
        this.windowLength = content.length;
    }

    long size() {
        return size;
    }

    ReadLimits limits() {
        return limits;
    }

    boolean has(long position, long length) {
        return position >= 0 && length >= 0 && length <= size && position <= size - length;
    }

    int u8(long position) throws IOException {
        return window(position, 1) & 0xFF;
    }

    int u16be(long position) throws IOException {
        return u8(position) << 8 | u8(position + 1);
    }

    int u16le(long position) throws IOException {
        return u8(position) | u8(position + 1) << 8;
    }

    int u24be(long position) throws IOException {
        return u8(position) << 16 | u16be(position + 1);
    }

    int u24le(long position) throws IOException {
        return u16le(position) | u8(position + 2) << 16;
    }

    long u32be(long position) throws IOException {
        return (long) u16be(position) << 16 | u16be(position + 2);
    }

    long u32le(long position) throws IOException {
        return u16le(position) | (long) u16le(position + 2) << 16;
    }

    /** Eight bytes; a value beyond 2^63 − 1 comes out negative and fits no file. */
    long u64be(long position) throws IOException {
        return u32be(position) << 32 | u32be(position + 4);
    }

    /** Eight bytes; a value beyond 2^63 − 1 comes out negative and fits no file. */
    long u64le(long position) throws IOException {
        return u32le(position) | u32le(position + 4) << 32;
    }

    /** Four bytes as the ASCII name they are in most formats. */
    String name(long position) throws IOException {
        return new String(bytes(position, 4), StandardCharsets.ISO_8859_1);
    }

    boolean startsWith(long position, String ascii) throws IOException {
        if (!has(position, ascii.length())) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (u8(position + i) != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Exactly {@code length} bytes; the caller bounds the length by what makes sense for its field. */
    byte[] bytes(long position, int length) throws IOException {
        check(position, length);
        limits.step();
        if (within(position, length)) {
            int from = (int) (position - windowStart);
            return Arrays.copyOfRange(window, from, from + length);
        }
        byte[] bytes = new byte[length];
        fetch(position, bytes, length);
        return bytes;
    }

    /** Up to {@code max} bytes of a field that says it has {@code length}. */
    byte[] bytesUpTo(long position, long length, int max) throws IOException {
        check(position, length);
        return bytes(position, (int) Math.min(length, max));
    }

    private byte window(long position, int length) throws IOException {
        limits.step();
        if (!within(position, length)) {
            check(position, length);
            if (window.length != WINDOW) {
                window = new byte[WINDOW];
            }
            windowLength = 0;
            int wanted = (int) Math.min(WINDOW, size - position);
            fetch(position, window, wanted);
            windowStart = position;
            windowLength = wanted;
        }
        return window[(int) (position - windowStart)];
    }

    private boolean within(long position, long length) {
        return position >= windowStart && length <= windowLength && position - windowStart <= windowLength - length;
    }

    private void check(long position, long length) throws UnreadableMediaException {
        if (!has(position, length)) {
            throw new UnreadableMediaException("ends before its content does");
        }
    }

    private void fetch(long position, byte[] target, int length) throws IOException {
        if (channel == null) {
            throw new UnreadableMediaException("ends before its content does");
        }
        limits.fetched(length);
        ByteBuffer buffer = ByteBuffer.wrap(target, 0, length);
        channel.position(position);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                // Somebody is writing it right now.
                throw new UnreadableMediaException("became shorter while it was read");
            }
        }
    }
}
