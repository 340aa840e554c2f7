package org.ectsuite.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.media.metadata.Samples.bytes;
import static org.ectsuite.media.metadata.Samples.exif;
import static org.ectsuite.media.metadata.Samples.exifSegment;
import static org.ectsuite.media.metadata.Samples.jpeg;
import static org.ectsuite.media.metadata.Samples.photo;
import static org.ectsuite.media.metadata.Samples.xmpSegment;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.data.Offset;
import org.ectsuite.media.metadata.Samples.Tag;
import org.junit.jupiter.api.Test;

class ImageReadersTest {

    @Test
    void reads_what_a_camera_notes() throws Exception {
        // When
        EmbeddedMetadata found = Samples.read("a.jpg", photo());

        // Then
        assertThat(found.description()).isEqualTo("Mast on the hill");
        assertThat(found.artist()).isEqualTo("K1TTT");
        assertThat(found.recordedAt()).isEqualTo(Instant.parse("2026-03-14T18:05:09Z"));
        assertThat(found.width()).isEqualTo(300);
        assertThat(found.height()).isEqualTo(200);
        assertThat(found.orientation()).isEqualTo(6);
        assertThat(found.position()).isNotNull();
        assertThat(found.position().latitude()).isCloseTo(48.25, Offset.offset(1e-6));
        assertThat(found.position().longitude()).isCloseTo(-16.5, Offset.offset(1e-6));
    }

    @Test
    void takes_the_thumbnail_as_it_stands_in_the_file() throws Exception {
        // When
        EmbeddedMetadata found = Samples.read("a.jpg", photo());

        // Then
        assertThat(found.thumbnail()).isNotNull();
        assertThat(found.thumbnail().contentType()).isEqualTo("image/jpeg");
        assertThat(found.thumbnail().bytes())
                .hasSize(104)
                .startsWith(0xFF, 0xD8)
                .endsWith(0xFF, 0xD9);
    }

    @Test
    void believes_the_satellites_where_the_camera_knows_no_offset() throws Exception {
        // Given
        byte[] file = jpeg(exifSegment(exif(
                List.of(),
                List.of(Tag.text(0x9003, "2026:03:14 20:05:09")),
                List.of(Tag.clock(7, 18, 5, 7), Tag.text(0x1D, "2026:03:14")),
                new byte[0])));

        // When
        EmbeddedMetadata found = Samples.read("a.jpg", file);

        // Then
        assertThat(found.recordedAt()).isEqualTo(Instant.parse("2026-03-14T18:05:07Z"));
    }

    @Test
    void reads_a_time_without_offset_as_one_of_the_team_s_zone() throws Exception {
        // Given
        byte[] file = jpeg(
                exifSegment(exif(List.of(), List.of(Tag.text(0x9003, "2026:07:14 20:05:09")), List.of(), new byte[0])));

        // When
        EmbeddedMetadata found = new MetadataReader(ZoneId.of("Europe/Vienna"))
                .read(
                        MediaFormat.JPEG,
                        new MemoryChannel(file),
                        new ReadLimits(1 << 20, Duration.ofSeconds(10), Clock.systemUTC()));

        // Then
        assertThat(found.recordedAt()).isEqualTo(Instant.parse("2026-07-14T18:05:09Z"));
    }

    @Test
    void takes_the_position_of_a_camera_without_a_fix_for_none() throws Exception {
        // Given
        byte[] file = jpeg(exifSegment(exif(
                List.of(),
                List.of(),
                List.of(Tag.text(1, "N"), Tag.degrees(2, 0), Tag.text(3, "E"), Tag.degrees(4, 0)),
                new byte[0])));

        // When
        EmbeddedMetadata found = Samples.read("a.jpg", file);

        // Then
        assertThat(found.position()).isNull();
    }

    @Test
    void reads_a_caption_out_of_xmp() throws Exception {
        // Given
        byte[] file = jpeg(xmpSegment("""
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
            xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description><rdf:Alt>
            <rdf:li xml:lang="x-default">Antenna &amp; tower</rdf:li></rdf:Alt></dc:description>
            </rdf:Description></rdf:RDF>\
            """));

        // When
        EmbeddedMetadata found = Samples.read("a.jpg", file);

        // Then
        assertThat(found.description()).isEqualTo("Antenna & tower");
    }

    @Test
    void gives_nothing_for_an_xmp_packet_that_is_a_trap() throws Exception {
        // Given a packet that would grow to gigabytes
        byte[] file = jpeg(xmpSegment("""
            <!DOCTYPE x [<!ENTITY a "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>
            <x xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>&d;&d;&d;&d;</dc:title></x>\
            """));

        // When
        EmbeddedMetadata found = Samples.read("a.jpg", file);

        // Then
        assertThat(found.width()).isEqualTo(300);
        assertThat(String.valueOf(found.title())).doesNotContain("aaaa");
    }

    @Test
    void turns_a_picture_as_its_heic_container_says_and_not_as_exif_does() throws Exception {
        // Given a container that turns by three quarters, and EXIF that says "upside down"
        byte[] tiff = exif(
                List.of(Tag.number(0x0112, 3)),
                List.of(Tag.text(0x9003, "2026:03:14 18:05:09"), Tag.text(0x9011, "+00:00")),
                List.of(),
                new byte[0]);

        // When
        EmbeddedMetadata found = Samples.read("a.heic", Samples.heic(tiff));

        // Then
        assertThat(found.width()).isEqualTo(400);
        assertThat(found.height()).isEqualTo(300);
        assertThat(found.orientation()).isEqualTo(6);
        assertThat(found.recordedAt()).isEqualTo(Instant.parse("2026-03-14T18:05:09Z"));
    }

    @Test
    void reads_the_texts_and_exif_of_a_png_file() throws Exception {
        // Given a real picture with two more chunks behind its header
        byte[] plain = Samples.file("plain.png");
        byte[] tiff = exif(List.of(Tag.text(0x013B, "W1AW")), List.of(), List.of(), new byte[0]);
        byte[] file = bytes(
                Arrays.copyOf(plain, 33),
                pngChunk("tEXt", bytes("Title\0Coverage map")),
                pngChunk("eXIf", tiff),
                Arrays.copyOfRange(plain, 33, plain.length));

        // When
        EmbeddedMetadata found = Samples.read("a.png", file);

        // Then
        assertThat(found.title()).isEqualTo("Coverage map");
        assertThat(found.artist()).isEqualTo("W1AW");
        assertThat(found.width()).isEqualTo(96);
    }

    @Test
    void reads_the_exif_of_a_webp_file() throws Exception {
        // Given
        byte[] tiff = exif(List.of(Tag.text(0x010E, "Go kit")), List.of(), List.of(), new byte[0]);
        byte[] plain = Samples.file("plain.webp");

        // When
        EmbeddedMetadata found = Samples.read("a.webp", bytes(plain, Samples.chunk("EXIF", tiff)));

        // Then
        assertThat(found.description()).isEqualTo("Go kit");
        assertThat(found.width()).isEqualTo(96);
    }

    @Test
    void makes_no_array_by_a_count_that_stands_in_the_file() throws Exception {
        // Given a tag that claims two billion numbers
        byte[] tiff = bytes(
                "MM\0*",
                Samples.be32(8),
                Samples.be16(1),
                Samples.be16(0x0100),
                Samples.be16(4),
                Samples.be32(0x7000_0000),
                Samples.be32(8),
                Samples.be32(0));

        // When
        EmbeddedMetadata found = Samples.read("a.jpg", jpeg(exifSegment(tiff)));

        // Then
        assertThat(found.width()).isEqualTo(300);
    }

    private static byte[] pngChunk(String name, byte[] body) {
        return bytes(Samples.be32(body.length), name.getBytes(StandardCharsets.US_ASCII), body, new byte[4]);
    }
}
