package org.ectsuite.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ectsuite.media.metadata.Samples.bext;
import static org.ectsuite.media.metadata.Samples.bytes;
import static org.ectsuite.media.metadata.Samples.chunk;
import static org.ectsuite.media.metadata.Samples.le32;
import static org.ectsuite.media.metadata.Samples.le64;
import static org.ectsuite.media.metadata.Samples.wav;
import static org.ectsuite.media.metadata.Samples.wavFormat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WavReaderTest {

    @Test
    void reads_the_broadcast_extension() throws Exception {
        // Given
        byte[] file = wav(
                bext("Exercise, phase two", "DL1ABC", "2026-03-14", "18:05:09"),
                wavFormat(),
                chunk("data", new byte[16_000]));

        // When
        EmbeddedMetadata found = Samples.read("a.wav", file);

        // Then
        assertThat(found.description()).isEqualTo("Exercise, phase two");
        assertThat(found.artist()).isEqualTo("DL1ABC");
        assertThat(found.recordedAt()).isEqualTo(Instant.parse("2026-03-14T18:05:09Z"));
        assertThat(found.duration()).isEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void reads_the_info_list_in_whatever_encoding_it_was_written() throws Exception {
        // Given
        byte[] info = bytes(
                "INFO",
                chunk("INAM", bytes("N\u00e4chste \u00dcbung", 0)),
                chunk("IART", "W1AW\0".getBytes(StandardCharsets.UTF_8)),
                chunk("ICRD", bytes("2026-03-14", 0)));

        // When
        EmbeddedMetadata found =
                Samples.read("a.wav", wav(wavFormat(), chunk("LIST", info), chunk("data", new byte[8])));

        // Then
        assertThat(found.title()).isEqualTo("Nächste Übung");
        assertThat(found.artist()).isEqualTo("W1AW");
        assertThat(found.recordedAt()).isEqualTo(Instant.parse("2026-03-14T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 0xFFFF_FFFFL, 1_000_000})
    void takes_what_is_there_of_a_recording_that_was_never_finished(long declared) throws Exception {
        // Given
        byte[] file = bytes("RIFF", le32(0), "WAVE", wavFormat(), "data", le32(declared), new byte[24_000]);

        // When
        EmbeddedMetadata found = Samples.read("a.wav", file);

        // Then
        assertThat(found.duration()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void reads_the_long_sizes_of_rf64() throws Exception {
        // Given
        byte[] file = bytes(
                "RF64",
                le32(0xFFFF_FFFFL),
                "WAVE",
                chunk("ds64", bytes(le64(0), le64(8_000), le64(0), le32(0))),
                wavFormat(),
                "data",
                le32(0xFFFF_FFFFL),
                new byte[8_000],
                chunk("LIST", bytes("INFO", chunk("INAM", bytes("Behind the sound", 0)))));

        // When
        EmbeddedMetadata found = Samples.read("a.wav", file);

        // Then
        assertThat(found.duration()).isEqualTo(Duration.ofSeconds(1));
        assertThat(found.title()).isEqualTo("Behind the sound");
    }

    @Test
    void refuses_what_is_no_wav_file() {
        assertThatThrownBy(() -> Samples.read("a.wav", Samples.file("tagged.mp4")))
                .isInstanceOf(UnreadableMediaException.class)
                .hasMessage("is not a WAV file");
    }
}
