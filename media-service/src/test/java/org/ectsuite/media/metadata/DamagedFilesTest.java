package org.ectsuite.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every reader against files that are cut off, bent or lying: whatever comes, the reader ends soon, takes little memory,
 * and fails with an {@link UnreadableMediaException} or not at all.
 */
@Timeout(240)
class DamagedFilesTest {

    /** What a sound file of these sizes needs is below one megabyte; a reader that believes a length takes gigabytes. */
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Clock clock = Clock.systemUTC();
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /** A file by its name. */
    record Sample(String name, byte[] content) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Sample> samples() {
        Stream<Sample> real = Stream.of(
                        "vbr-id3v24.mp3",
                        "cbr-id3v23.mp3",
                        "tagged.opus",
                        "tagged.ogg",
                        "tagged.flac",
                        "tagged.m4a",
                        "tagged.mp4",
                        "tagged.mov",
                        "fragmented.mp4",
                        "tagged.webm",
                        "tagged.mkv",
                        "plain.jpg",
                        "plain.png",
                        "plain.tiff",
                        "plain.webp")
                .map(name -> new Sample(name, Samples.file(name)));
        Stream<Sample> built = Stream.of(
                new Sample(
                        "built.wav",
                        Samples.wav(
                                Samples.bext("Text", "W1AW", "2026-03-14", "18:00:00"),
                                Samples.wavFormat(),
                                Samples.chunk(
                                        "LIST", Samples.bytes("INFO", Samples.chunk("INAM", Samples.bytes("Title")))),
                                Samples.chunk("data", new byte[400]))),
                new Sample("built.jpg", Samples.photo()),
                new Sample(
                        "built.heic",
                        Samples.heic(Samples.exif(
                                List.of(),
                                List.of(Samples.Tag.text(0x9003, "2026:03:14 18:05:09")),
                                List.of(),
                                new byte[0]))),
                new Sample("built.pdf", Samples.pdf()),
                new Sample("packed.pdf", Samples.packedPdf()));
        return Stream.concat(real, built);
    }

    @ParameterizedTest
    @MethodSource("samples")
    void survives_a_file_that_is_cut_off_anywhere(Sample sample) {
        for (int length = 0; length < sample.content.length; length += step(sample)) {
            read(sample, Arrays.copyOf(sample.content, length));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void survives_flipped_bits(Sample sample) {
        SplittableRandom chance = new SplittableRandom(73);
        for (int i = 0; i < 3_000; i++) {
            byte[] bent = sample.content.clone();
            for (int n = chance.nextInt(1, 6); n > 0; n--) {
                bent[chance.nextInt(bent.length)] ^= (byte) (1 << chance.nextInt(8));
            }
            read(sample, bent);
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void survives_any_length_field_that_lies(Sample sample) {
        byte[][] lies = {
            {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF},
            {0x7F, (byte) 0xFF, (byte) 0xFF, (byte) 0xFF},
            {(byte) 0xFF, (byte) 0xFF, (byte) 0xFF, 0x7F},
            {0, 0, 0, 0},
            {0, 0, 0, 1},
            {'9', '9', '9', '9'}
        };
        for (int at = 0; at + 4 <= sample.content.length; at += step(sample)) {
            for (byte[] lie : lies) {
                byte[] bent = sample.content.clone();
                System.arraycopy(lie, 0, bent, at, 4);
                read(sample, bent);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void refuses_the_content_of_another_format(Sample sample) {
        SplittableRandom chance = new SplittableRandom(7);
        byte[] noise = new byte[10_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) chance.nextInt();
        }
        assertThat(read(sample, noise)).isFalse();
        assertThat(read(sample, new byte[10_000])).isFalse();
    }

    /** Whole files of some kilobytes are tried at every place in their beginning and end, and often between. */
    private static int step(Sample sample) {
        return Math.max(1, sample.content.length / 3_000);
    }

    /** Whether the file could be read. */
    private boolean read(Sample sample, byte[] content) {
        Instant start = clock.instant();
        long before = threads.getCurrentThreadAllocatedBytes();
        boolean readable;
        try {
            new MetadataReader(ZoneOffset.UTC)
                    .read(
                            MediaFormat.ofFileName(sample.name).orElseThrow(),
                            new MemoryChannel(content),
                            new ReadLimits(32 * 1024 * 1024, LONGEST, clock));
            readable = true;
        } catch (UnreadableMediaException e) {
            readable = false;
        } catch (IOException e) {
            throw new AssertionError("Memory has no disk to fail", e);
        }
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_BYTES);
        assertThat(Duration.between(start, clock.instant())).isLessThan(LONGEST.plusSeconds(1));
        return readable;
    }
}
