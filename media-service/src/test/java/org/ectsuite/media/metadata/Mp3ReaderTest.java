package org.ectsuite.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ectsuite.media.metadata.Samples.be32;
import static org.ectsuite.media.metadata.Samples.bytes;
import static org.ectsuite.media.metadata.Samples.padded;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Mp3ReaderTest {

    @Test
    void reads_version_2_2() throws Exception {
        // Given
        byte[] file = bytes(
                tag(2, 0, frame22("TT2", "Old net"), frame22("TP1", "W1AW"), frame22("TAL", "Archive")), sound(2));

        // When
        EmbeddedMetadata found = Samples.read("a.mp3", file);

        // Then
        assertThat(found.title()).isEqualTo("Old net");
        assertThat(found.artist()).isEqualTo("W1AW");
        assertThat(found.album()).isEqualTo("Archive");
    }

    @Test
    void joins_year_day_and_time_of_version_2_3() throws Exception {
        // Given
        byte[] file = bytes(tag(3, 0, frame("TYER", "2026"), frame("TDAT", "1403"), frame("TIME", "1805")), sound(2));

        // When
        EmbeddedMetadata found = Samples.read("a.mp3", file);

        // Then
        assertThat(found.recordedAt()).isEqualTo(Instant.parse("2026-03-14T18:05:00Z"));
    }

    @Test
    void takes_no_lone_year_for_a_time() throws Exception {
        // When
        EmbeddedMetadata found = Samples.read("a.mp3", bytes(tag(3, 0, frame("TYER", "2026")), sound(2)));

        // Then
        assertThat(found.recordedAt()).isNull();
    }

    @Test
    void undoes_unsynchronisation() throws Exception {
        // Given a title in UTF-16 whose byte order mark was torn apart
        byte[] text = bytes(1, 0xFF, 0x00, 0xFE, "N\0e\0t\0");
        byte[] frame = bytes("TIT2", be32(text.length - 1), 0, 0, text);
        byte[] file = bytes(tag(3, 0x80, frame), sound(2));

        // When
        EmbeddedMetadata found = Samples.read("a.mp3", file);

        // Then
        assertThat(found.title()).isEqualTo("Net");
    }

    @Test
    void reads_utf_16_without_a_mark() throws Exception {
        // When
        EmbeddedMetadata found =
                Samples.read("a.mp3", bytes(tag(3, 0, frame("TIT2", bytes(1, "N\0e\0t\0"))), sound(2)));

        // Then
        assertThat(found.title()).isEqualTo("Net");
    }

    @Test
    void passes_over_comments_that_players_keep_for_themselves() throws Exception {
        // Given
        byte[] file = bytes(
                tag(
                        3,
                        0,
                        frame("COMM", bytes(0, "engiTunNORM", 0, " 0000")),
                        frame("COMM", bytes(0, "eng", 0, "For the archive"))),
                sound(2));

        // When
        EmbeddedMetadata found = Samples.read("a.mp3", file);

        // Then
        assertThat(found.description()).isEqualTo("For the archive");
    }

    @Test
    void falls_back_to_version_1() throws Exception {
        // Given
        byte[] old = bytes("TAG", padded("Title", 30), padded("Artist", 30), padded("Album", 30), new byte[35]);

        // When
        EmbeddedMetadata found = Samples.read("a.mp3", bytes(sound(4), old));

        // Then
        assertThat(found.title()).isEqualTo("Title");
        assertThat(found.artist()).isEqualTo("Artist");
        assertThat(found.album()).isEqualTo("Album");
    }

    @Test
    void takes_the_duration_from_a_vbri_header() throws Exception {
        // Given 1,000 frames of 1,152 samples at 48 kHz
        byte[] first = frameOfSound();
        byte[] vbri = bytes("VBRI", new byte[10], be32(1_000), new byte[8]);
        System.arraycopy(vbri, 0, first, 36, vbri.length);

        // When
        EmbeddedMetadata found = Samples.read("a.mp3", bytes(first, sound(2)));

        // Then
        assertThat(found.duration()).isEqualTo(Duration.ofSeconds(24));
    }

    @Test
    void takes_the_duration_from_length_and_bit_rate() throws Exception {
        // Given frames of 384 bytes at 128 kbit/s
        EmbeddedMetadata found = Samples.read("a.mp3", sound(100));

        // Then
        assertThat(found.duration()).isEqualTo(Duration.ofMillis(2_400));
    }

    @Test
    void believes_no_single_frame_header_among_other_bytes() {
        // Given
        byte[] file = new byte[4_000];
        byte[] header = {(byte) 0xFF, (byte) 0xFB, (byte) 0x94, 0};
        System.arraycopy(header, 0, file, 100, 4);

        // When, Then
        assertThatThrownBy(() -> Samples.read("a.mp3", file))
                .isInstanceOf(UnreadableMediaException.class)
                .hasMessage("holds no MPEG audio");
    }

    private static byte[] tag(int version, int flags, byte[]... frames) {
        byte[] body = bytes((Object[]) frames);
        int size = body.length;
        return bytes(
                "ID3", version, 0, flags, size >> 21 & 0x7F, size >> 14 & 0x7F, size >> 7 & 0x7F, size & 0x7F, body);
    }

    private static byte[] frame22(String name, String text) {
        return bytes(name, 0, 0, text.length() + 1, 0, text);
    }

    private static byte[] frame(String name, String text) {
        return frame(name, bytes(0, text.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static byte[] frame(String name, byte[] body) {
        return bytes(name, be32(body.length), 0, 0, body);
    }

    private static byte[] sound(int frames) {
        byte[][] all = new byte[frames][];
        Arrays.fill(all, frameOfSound());
        return bytes((Object[]) all);
    }

    /** MPEG 1, layer III, 128 kbit/s, 48 kHz, stereo. */
    private static byte[] frameOfSound() {
        byte[] frame = new byte[384];
        frame[0] = (byte) 0xFF;
        frame[1] = (byte) 0xFB;
        frame[2] = (byte) 0x94;
        return frame;
    }
}
