package org.ectsuite.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.ectsuite.media.library.LibrariesConfig;
import org.ectsuite.media.library.LibraryKind;
import org.ectsuite.media.library.MountConfig;
import org.ectsuite.media.scan.ScanConfig;
import org.ectsuite.media.stream.StreamConfig;
import org.junit.jupiter.api.Test;

class ConfigurationTest {

    @Test
    void has_these_defaults() {
        // When
        SmallRyeConfig config = config(Map.of());

        // Then
        ScanConfig scan = config.getConfigMapping(ScanConfig.class);
        assertThat(scan.every()).isEqualTo("15M");
        assertThat(scan.poll()).isEqualTo("1S");
        assertThat(scan.readers()).isEqualTo(2);
        assertThat(scan.readTime()).isEqualTo(Duration.ofSeconds(10));
        assertThat(scan.readBytes()).isEqualTo(32L * 1024 * 1024);
        assertThat(scan.maxDepth()).isEqualTo(32);
        assertThat(scan.grace()).isEqualTo(Duration.ofDays(30));
        assertThat(scan.keepScans()).isEqualTo(Duration.ofDays(30));
        assertThat(scan.zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(config.getConfigMapping(StreamConfig.class).ticketLife()).isEqualTo(Duration.ofHours(2));
        assertThat(config.getConfigMapping(MountConfig.class).readOnlyMount())
                .isEqualTo(MountConfig.ReadOnlyMount.WARN);
        assertThat(config.getConfigMapping(LibrariesConfig.class).byKey()).isEmpty();
    }

    @Test
    void reads_libraries_by_their_keys() {
        // When
        SmallRyeConfig config = config(Map.of(
                "ect.media.libraries.\"net-recordings\".path", "/srv/recordings",
                "ect.media.libraries.\"net-recordings\".name", "Net recordings",
                "ect.media.libraries.\"net-recordings\".kind", "recordings",
                "ect.media.libraries.\"net-recordings\".roles", "NCS,ADMIN",
                "ect.media.libraries.forms.path", "/srv/forms"));

        // Then
        Map<String, LibrariesConfig.Library> libraries =
                config.getConfigMapping(LibrariesConfig.class).byKey();
        assertThat(libraries.keySet()).containsExactlyInAnyOrder("net-recordings", "forms");
        LibrariesConfig.Library recordings = Objects.requireNonNull(libraries.get("net-recordings"));
        assertThat(recordings.path()).isEqualTo(Path.of("/srv/recordings"));
        assertThat(recordings.name()).contains("Net recordings");
        assertThat(recordings.kind()).isEqualTo(LibraryKind.RECORDINGS);
        assertThat(recordings.roles()).isEqualTo(Set.of("NCS", "ADMIN"));
        LibrariesConfig.Library forms = Objects.requireNonNull(libraries.get("forms"));
        assertThat(forms.name()).isEmpty();
        assertThat(forms.kind()).isEqualTo(LibraryKind.MIXED);
        assertThat(forms.roles()).isEqualTo(Set.of("USER"));
    }

    @Test
    void refuses_a_library_without_a_path() {
        assertThatThrownBy(() -> config(Map.of("ect.media.libraries.forms.name", "Forms")))
                .hasMessageContaining("ect.media.libraries.forms.path");
    }

    private static SmallRyeConfig config(Map<String, String> properties) {
        return new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .addDiscoveredConverters()
                .withMapping(ScanConfig.class)
                .withMapping(StreamConfig.class)
                .withMapping(MountConfig.class)
                .withMapping(LibrariesConfig.class)
                .withSources(new PropertiesConfigSource(properties, "test", 500))
                .build();
    }
}
