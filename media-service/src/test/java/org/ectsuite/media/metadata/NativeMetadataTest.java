package org.ectsuite.media.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import com.drew.metadata.Directory;
import com.drew.metadata.ErrorDirectory;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifImageDirectory;
import com.drew.metadata.exif.ExifSubIFDDirectory;
import com.drew.metadata.exif.ExifThumbnailDirectory;
import com.drew.metadata.exif.GpsDirectory;
import com.drew.metadata.exif.PanasonicRawIFD0Directory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the libraries reach by reflection must be told to the native compiler; a misspelt name would be passed over. */
class NativeMetadataTest {

    private static final String FILE = "/META-INF/native-image/org.ectsuite/media-service/reachability-metadata.json";

    @Test
    void names_every_directory_that_the_exif_reader_makes() throws IOException {
        // Given
        Stream<Class<? extends Directory>> made = Stream.of(
                ErrorDirectory.class,
                ExifIFD0Directory.class,
                ExifImageDirectory.class,
                ExifSubIFDDirectory.class,
                ExifThumbnailDirectory.class,
                GpsDirectory.class,
                PanasonicRawIFD0Directory.class);

        // When
        List<String> named = new ArrayList<>();
        for (JsonNode type : file().path("reflection")) {
            named.add(type.path("type").asText());
            assertThat(type.path("methods").path(0).path("name").asText()).isEqualTo("<init>");
        }

        // Then
        assertThat(named)
                .containsExactlyInAnyOrderElementsOf(made.map(Class::getName).toList());
    }

    @Test
    void names_messages_that_are_there() throws IOException {
        // When
        String bundle = file().path("resources").path(0).path("bundle").asText();

        // Then
        assertThat(Path.of(URI.create("jrt:/java.xml/" + bundle.replace('.', '/') + ".properties")))
                .exists();
    }

    private static JsonNode file() throws IOException {
        try (InputStream in = NativeMetadataTest.class.getResourceAsStream(FILE)) {
            return new ObjectMapper().readTree(in);
        }
    }
}
