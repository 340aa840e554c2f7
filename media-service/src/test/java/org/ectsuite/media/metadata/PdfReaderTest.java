package org.ectsuite.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ectsuite.media.metadata.Samples.bytes;
import static org.ectsuite.media.metadata.Samples.pdf;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PdfReaderTest {

    @Test
    void reads_the_information_dictionary_and_counts_pages() throws Exception {
        // When
        EmbeddedMetadata found = Samples.read("a.pdf", pdf());

        // Then
        assertThat(found.title()).isEqualTo("Radio plan (draft)");
        assertThat(found.artist()).isEqualTo("ÄÖ");
        assertThat(found.description()).isEqualTo("Exercise");
        assertThat(found.recordedAt()).isEqualTo(Instant.parse("2026-03-14T17:05:09Z"));
        assertThat(found.pages()).isEqualTo(3);
    }

    @Test
    void reads_objects_out_of_object_streams_through_a_cross_reference_stream() throws Exception {
        // When
        EmbeddedMetadata found = Samples.read("a.pdf", Samples.packedPdf());

        // Then
        assertThat(found.title()).isEqualTo("Packed");
        assertThat(found.recordedAt()).isEqualTo(Instant.parse("2026-01-02T03:04:05Z"));
        assertThat(found.pages()).isEqualTo(7);
    }

    @Test
    void finds_everything_behind_junk_at_the_beginning() throws Exception {
        // When
        EmbeddedMetadata found = Samples.read("a.pdf", bytes("\0\0junk of a mail gateway\n", pdf()));

        // Then
        assertThat(found.title()).isEqualTo("Radio plan (draft)");
        assertThat(found.pages()).isEqualTo(3);
    }

    @Test
    void prefers_the_newer_of_two_revisions() throws Exception {
        // Given a revision appended to the file: a new information dictionary and a table that names the old one
        byte[] first = pdf();
        int oldTable = new String(first, StandardCharsets.ISO_8859_1).indexOf("xref\n");
        String object = "3 0 obj\n<< /Title (Second edition) >>\nendobj\n";
        int newTable = first.length + object.length();
        byte[] both = bytes(
                first,
                object,
                "xref\n3 1\n%010d 00000 n \n".formatted(first.length),
                "trailer\n<< /Size 4 /Root 1 0 R /Info 3 0 R /Prev " + oldTable + " >>\nstartxref\n" + newTable
                        + "\n%%EOF\n");

        // When
        EmbeddedMetadata found = Samples.read("a.pdf", both);

        // Then
        assertThat(found.title()).isEqualTo("Second edition");
        assertThat(found.pages()).isEqualTo(3);
    }

    @Test
    void leaves_the_title_of_an_encrypted_file_to_its_name() throws Exception {
        // Given
        Map<Integer, byte[]> objects = new LinkedHashMap<>();
        objects.put(1, bytes("<< /Type /Catalog /Pages 2 0 R >>"));
        objects.put(2, bytes("<< /Type /Pages /Kids [] /Count 3 >>"));
        objects.put(3, bytes("<< /Title (\u00e9\u0001\u00ff\u0007) >>"));
        objects.put(4, bytes("<< /Filter /Standard /V 2 >>"));

        // When
        EmbeddedMetadata found = Samples.read("a.pdf", pdf(objects, "/Info 3 0 R /Encrypt 4 0 R"));

        // Then
        assertThat(found.title()).isNull();
        assertThat(found.pages()).isEqualTo(3);
    }

    @Test
    void reads_the_xmp_packet_where_the_dictionary_says_nothing() throws Exception {
        // When
        EmbeddedMetadata found = Samples.read("a.pdf", withXmp("""
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
                xmp:CreateDate="2026-03-14T18:00:00+01:00">
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">Out of XMP</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>W1AW</rdf:li></rdf:Seq></dc:creator>
            </rdf:Description></rdf:RDF></x:xmpmeta>
            """));

        // Then
        assertThat(found.title()).isEqualTo("Out of XMP");
        assertThat(found.artist()).isEqualTo("W1AW");
        assertThat(found.recordedAt()).isEqualTo(Instant.parse("2026-03-14T17:00:00Z"));
    }

    @Test
    void resolves_no_external_entity() throws Exception {
        // Given
        byte[] file = withXmp("""
            <!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>
            <rdf:Description xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
                xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>a&file;b</dc:title></rdf:Description>
            """);

        // When
        EmbeddedMetadata found = Samples.read("a.pdf", file);

        // Then
        assertThat(String.valueOf(found.title())).doesNotContain("root");
    }

    @Test
    void ends_where_tables_name_each_other() throws Exception {
        // Given a table whose predecessor is itself
        byte[] file = pdf();
        String text = new String(file, StandardCharsets.ISO_8859_1);
        int table = text.indexOf("xref\n");
        byte[] round = bytes(text.replace("/Info 3 0 R", "/Info 3 0 R /Prev " + table));

        // When
        EmbeddedMetadata found = Samples.read("a.pdf", round);

        // Then
        assertThat(found.pages()).isEqualTo(3);
    }

    @Test
    void ends_where_a_reference_names_itself() throws Exception {
        // Given
        Map<Integer, byte[]> objects = new LinkedHashMap<>();
        objects.put(1, bytes("<< /Type /Catalog /Pages 2 0 R >>"));
        objects.put(2, bytes("2 0 R"));

        // When
        EmbeddedMetadata found = Samples.read("a.pdf", pdf(objects, ""));

        // Then
        assertThat(found.pages()).isNull();
    }

    @Test
    void refuses_a_stream_that_unpacks_to_far_more_than_a_file_needs() {
        // Given a bomb: 64 MiB of zeros
        byte[] bomb = Samples.deflated(new byte[64 * 1024 * 1024]);
        Map<Integer, byte[]> objects = new LinkedHashMap<>();
        objects.put(1, bytes("<< /Type /Catalog /Pages 2 0 R /Metadata 3 0 R >>"));
        objects.put(2, bytes("<< /Count 1 >>"));
        objects.put(3, bytes("<< /Filter /FlateDecode /Length " + bomb.length + " >>\nstream\n", bomb, "\nendstream"));

        // When, Then
        assertThatThrownBy(() -> Samples.read("a.pdf", pdf(objects, "")))
                .isInstanceOf(UnreadableMediaException.class)
                .hasMessage("unpacks to too much");
    }

    @Test
    void refuses_endless_nesting() {
        // Given
        Map<Integer, byte[]> objects = new LinkedHashMap<>();
        objects.put(1, bytes("[".repeat(100_000)));

        // When, Then
        assertThatThrownBy(() -> Samples.read("a.pdf", pdf(objects, "")))
                .isInstanceOf(UnreadableMediaException.class)
                .hasMessage("nests PDF objects too deeply");
    }

    private static byte[] withXmp(String packet) {
        byte[] xml = packet.getBytes(StandardCharsets.UTF_8);
        Map<Integer, byte[]> objects = new LinkedHashMap<>();
        objects.put(1, bytes("<< /Type /Catalog /Pages 2 0 R /Metadata 3 0 R >>"));
        objects.put(2, bytes("<< /Type /Pages /Count 1 >>"));
        objects.put(3, bytes("<< /Type /Metadata /Subtype /XML /Length 4 0 R >>\nstream\n", xml, "\nendstream"));
        objects.put(4, bytes(String.valueOf(xml.length)));
        return pdf(objects, "");
    }
}
