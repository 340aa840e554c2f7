package org.ectsuite.media.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LibraryDefinitionTest {

    /** A library as somebody configured it. */
    private record Configured(Path path, Optional<String> name, LibraryKind kind, Set<String> roles)
            implements LibrariesConfig.Library {

        static Configured at(String path) {
            return new Configured(Path.of(path), Optional.empty(), LibraryKind.MIXED, Set.of("USER"));
        }

        Configured name(@Nullable String text) {
            return new Configured(path, Optional.ofNullable(text), kind, roles);
        }

        Configured roles(String... some) {
            return new Configured(path, name, kind, Set.of(some));
        }
    }

    @Test
    void accepts_sound_libraries() {
        // When
        LibraryDefinition.Checked checked = LibraryDefinition.check(Map.of(
                "recordings",
                        Configured.at("/srv/recordings/")
                                .name(" Net recordings ")
                                .roles("NCS", "ADMIN"),
                "forms", Configured.at("/srv/forms")));

        // Then
        assertThat(checked.mistakes()).isEmpty();
        assertThat(checked.libraries())
                .containsExactly(
                        new LibraryDefinition(
                                "forms", "forms", LibraryKind.MIXED, Path.of("/srv/forms"), Set.of("USER")),
                        new LibraryDefinition(
                                "recordings",
                                "Net recordings",
                                LibraryKind.MIXED,
                                Path.of("/srv/recordings"),
                                Set.of("NCS", "ADMIN")));
    }

    @Test
    void refuses_a_library_within_another_one() {
        // When
        LibraryDefinition.Checked checked = LibraryDefinition.check(Map.of(
                "all",
                Configured.at("/srv"),
                "secret",
                Configured.at("/srv/x/../secret").roles("ADMIN")));

        // Then
        assertThat(checked.mistakes())
                .extracting(LibraryDefinition.Mistake::property)
                .containsExactly("ect.media.libraries.\"secret\".path");
    }

    @Test
    void takes_folders_whose_names_begin_alike_for_different_ones() {
        // When
        LibraryDefinition.Checked checked =
                LibraryDefinition.check(Map.of("a", Configured.at("/srv/net"), "b", Configured.at("/srv/network")));

        // Then
        assertThat(checked.mistakes()).isEmpty();
    }

    @Test
    void names_every_mistake() {
        // When
        LibraryDefinition.Checked checked = LibraryDefinition.check(Map.of(
                "Wrong Key", Configured.at("/a"),
                "relative", Configured.at("media"),
                "role", Configured.at("/c").roles("GUEST"),
                "long", Configured.at("/d").name("x".repeat(101))));

        // Then
        assertThat(checked.libraries()).isEmpty();
        assertThat(checked.mistakes())
                .extracting(LibraryDefinition.Mistake::property)
                .containsExactlyInAnyOrder(
                        "ect.media.libraries.\"Wrong Key\"",
                        "ect.media.libraries.\"relative\".path",
                        "ect.media.libraries.\"role\".roles",
                        "ect.media.libraries.\"long\".name");
    }
}
