package org.ectsuite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferencePagesTest {

    private final Repository repository = Repository.here();

    /** Fails when a page is stale; with {@code -Ddocs.write=true} it writes the page instead. */
    @ParameterizedTest
    @CsvSource({"configuration.md", "problems.md"})
    void a_page_says_what_the_sources_say(String name) throws Exception {
        // Given
        Path page = repository.root().resolve("docs/reference").resolve(name);
        Supplier<String> writer = switch (name) {
            case "configuration.md" -> new ConfigurationPage(repository)::write;
            case "problems.md" -> new ProblemsPage(repository)::write;
            default -> throw new IllegalArgumentException(name);
        };

        // When
        String expected = writer.get();
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(page, expected);
        }

        // Then
        assertThat(page).exists();
        assertThat(Files.readString(page))
                .as(
                        "docs/reference/%s is stale: ./mvnw -f docs/generator/pom.xml test -Ddocs.write=true writes it",
                        name)
                .isEqualTo(expected);
    }
}
