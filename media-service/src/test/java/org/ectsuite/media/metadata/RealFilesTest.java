package org.ectsuite.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that ffmpeg wrote; see README.md beside them. */
class RealFilesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // name,           title,              artist, album,       seconds, width, height
                "vbr-id3v24.mp3,   Weekly net,         W1AW,   Tuesday net, 1.5,     -,     -",
                "cbr-id3v23.mp3,   Grüße aus dem Netz, DL1ABC, -,           1.5,     -,     -",
                "tagged.opus,      Simplex test,       K1TTT,  -,           1.5,     -,     -",
                "tagged.ogg,       Repeater test,      -,      -,           1.5,     -,     -",
                "tagged.flac,      Lossless,           N0CALL, Archive,     1.5,     -,     -",
                "tagged.m4a,       Voice memo,         OE3XYZ, -,           1.5,     -,     -",
                "tagged.mp4,       Passing traffic,    ECT,    -,           2.0,     96,    64",
                "tagged.mov,       Antenna,            -,      -,           2.0,     96,    64",
                "fragmented.mp4,   -,                  -,      -,           -,       96,    64",
                "tagged.webm,      Go kit,             -,      -,           2.0,     96,    64",
                "audio-only.webm,  Audio only,         -,      -,           1.5,     -,     -",
                "tagged.mkv,       Field day,          W1AW,   -,           2.0,     96,    64",
                "plain.jpg,        -,                  -,      -,           -,       96,    64",
                "plain.png,        -,                  -,      -,           -,       96,    64",
                "plain.tiff,       -,                  -,      -,           -,       96,    64",
                "plain.webp,       -,                  -,      -,           -,       96,    64",
            })
    void reads_what_the_file_says(
            String name, String title, String artist, String album, Double seconds, Integer width, Integer height)
            throws Exception {
        // When
        EmbeddedMetadata found = Samples.read(name, Samples.file(name));

        // Then
        assertThat(found.title()).isEqualTo(title);
        assertThat(found.artist()).isEqualTo(artist);
        assertThat(found.album()).isEqualTo(album);
        assertThat(found.width()).isEqualTo(width);
        assertThat(found.height()).isEqualTo(height);
        Duration duration = found.duration();
        if (seconds == null || duration == null) {
            assertThat(duration).isNull();
            assertThat(seconds).isNull();
        } else {
            // An encoder pads the last frame.
            assertThat(duration.toMillis() / 1000.0).isCloseTo(seconds, within(0.1));
        }
    }

    @Test
    void tells_the_time_a_tag_states_from_the_time_a_program_noted() throws Exception {
        // When
        EmbeddedMetadata tagged = Samples.read("a.mp3", Samples.file("vbr-id3v24.mp3"));
        EmbeddedMetadata noted = Samples.read("a.mp4", Samples.file("tagged.mp4"));

        // Then
        assertThat(tagged.recordedAt()).isEqualTo(Instant.parse("2026-03-14T18:00:00Z"));
        assertThat(tagged.createdAt()).isNull();
        assertThat(noted.recordedAt()).isNull();
        assertThat(noted.createdAt()).isEqualTo(Instant.parse("2026-02-03T04:05:06Z"));
    }

    @Test
    void knows_a_film_container_that_holds_sound_alone() throws Exception {
        // When
        EmbeddedMetadata sound = Samples.read("a.webm", Samples.file("audio-only.webm"));
        EmbeddedMetadata film = Samples.read("a.webm", Samples.file("tagged.webm"));

        // Then
        assertThat(MediaFormat.WEBM.kind(sound)).isEqualTo(MediaKind.AUDIO);
        assertThat(MediaFormat.WEBM.contentType(MediaKind.AUDIO)).isEqualTo("audio/webm");
        assertThat(MediaFormat.WEBM.kind(film)).isEqualTo(MediaKind.VIDEO);
        assertThat(MediaFormat.WEBM.contentType(MediaKind.VIDEO)).isEqualTo("video/webm");
        assertThat(film.description()).isEqualTo("What to pack");
        assertThat(sound.duration()).isGreaterThan(Duration.ofSeconds(1));
    }
}
