package org.ectsuite.media.metadata;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What one file may cost: bytes fetched from disk, single steps, and time. Files are untrusted input; one that asks for
 * more is given up as {@link UnreadableMediaException unreadable}. Not thread-safe; made for one file.
 */
public final class ReadLimits {

    // A reader that goes in circles within bytes already fetched costs neither bytes nor, at first, time.
    private static final long MAX_STEPS = 20_000_000;
    private static final int STEPS_BETWEEN_LOOKS_AT_THE_CLOCK = 4_096;

    private final InstantSource clock;
    private final Instant deadline;
    private long bytesLeft;
    private long steps;

    /** At most {@code bytes} fetched within {@code time} from now. */
    public ReadLimits(long bytes, Duration time, InstantSource clock) {
        this.clock = clock;
        this.deadline = clock.instant().plus(time);
        this.bytesLeft = bytes;
    }

    void step() throws UnreadableMediaException {
        steps++;
        if (steps > MAX_STEPS) {
            throw new UnreadableMediaException("takes too many steps to read");
        }
        if (steps % STEPS_BETWEEN_LOOKS_AT_THE_CLOCK == 0) {
            checkTime();
        }
    }

    void fetched(long bytes) throws UnreadableMediaException {
        bytesLeft -= bytes;
        if (bytesLeft < 0) {
            throw new UnreadableMediaException("its metadata is spread over too much of the file");
        }
        checkTime();
    }

    /** Refuses to make {@code bytes} of memory out of compressed content. */
    void unpacked(long bytes) throws UnreadableMediaException {
        fetched(bytes);
    }

    private void checkTime() throws UnreadableMediaException {
        if (clock.instant().isAfter(deadline)) {
            throw new UnreadableMediaException("takes too long to read");
        }
        if (Thread.currentThread().isInterrupted()) {
            throw new UnreadableMediaException("reading was interrupted");
        }
    }
}
