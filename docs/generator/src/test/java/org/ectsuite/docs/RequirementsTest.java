package org.ectsuite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * docs/security/asvs.md and threats.md: nothing is left out, and nothing is claimed by the name of a test that is not there.
 */
class RequirementsTest {

    /** How many requirements each section of ASVS 5.0.0 has. */
    private static final List<Section> SECTIONS = List.of(
            new Section("3", 1, 3, 5, 8, 8, 1, 5),
            new Section("6", 3, 12, 8, 6, 8, 4, 2, 4),
            new Section("7", 3, 4, 2, 5, 3, 2),
            new Section("8", 4, 4, 3, 2),
            new Section("9", 3, 4),
            new Section("10", 2, 3, 5, 16, 5, 2, 3));

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| (\\d+\\.\\d+\\.\\d+) \\| ([123]) \\| ([^|]+) \\| (.*) ?\\|$");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+Test)(?:\\.([a-z]\\w+))?`");

    private static final Pattern FILE = Pattern.compile("`((?:deploy|e2e)/[^`]+)`");
    /** A row of a table of threats, by its letter of STRIDE. */
    private static final Pattern THREAT = Pattern.compile("(?m)^\\| ([A-Z]) \\| ([^|]+) \\| ([^|]+) \\| (.*) \\|$");

    private final Repository repository = Repository.here();

    @Test
    void every_requirement_is_answered_once_and_in_order() throws IOException {
        assertThat(rows().map(row -> row.group(1)))
                .containsExactlyElementsOf(
                        SECTIONS.stream().flatMap(Section::requirements).toList());
    }

    @Test
    void an_answer_is_one_of_four_and_says_why_where_it_is_not_yes() throws IOException {
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.group(3)).as(row.group(1)).isIn("met", "in part", "no", "n/a");
            // Chapter 6.2 is about passwords and answered in its first row.
            if (!row.group(1).startsWith("6.2.")) {
                assertThat(row.group(4)).as(row.group(1)).isNotBlank();
            }
        });
    }

    @Test
    void every_threat_is_met_by_a_test_that_is_named() throws IOException {
        List<MatchResult> threats = THREAT.matcher(page("threats.md")).results().toList();

        assertThat(threats).hasSizeGreaterThan(30).allSatisfy(row -> {
            assertThat(row.group(1)).as(row.group(2)).isIn("S", "T", "R", "I", "D", "E");
            assertThat(row.group(4)).as(row.group(2)).containsPattern(TEST);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"asvs.md", "threats.md"})
    void every_file_that_is_named_exists(String page) throws IOException {
        assertThat(FILE.matcher(page(page)).results().map(file -> file.group(1)))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(repository.root().resolve(file)).exists());
    }

    @ParameterizedTest
    @ValueSource(strings = {"asvs.md", "threats.md"})
    void every_test_that_is_named_exists(String page) throws IOException {
        // Given
        Map<String, String> tests = tests();

        // When
        List<MatchResult> named = TEST.matcher(page(page)).results().toList();

        // Then
        assertThat(named).hasSizeGreaterThan(50);
        assertThat(named.stream()
                        .filter(test -> !has(tests.getOrDefault(test.group(1), ""), test.group(2)))
                        .map(MatchResult::group))
                .isEmpty();
    }

    private static boolean has(String source, @Nullable String method) {
        return !source.isEmpty() && (method == null || source.contains(" " + method + "("));
    }

    private Stream<MatchResult> rows() throws IOException {
        return ROW.matcher(page("asvs.md")).results();
    }

    private String page(String name) throws IOException {
        return Files.readString(repository.root().resolve("docs/security").resolve(name));
    }

    /** The sources of all test classes by their simple names; those of one name in several services together. */
    private Map<String, String> tests() throws IOException {
        Map<String, String> found = new HashMap<>();
        Stream<Path> modules = Stream.concat(repository.services().stream(), repository.platform().stream())
                .map(Repository.Module::folder);
        for (Path module : Stream.concat(modules, Stream.of(repository.root().resolve("deploy/local")))
                .toList()) {
            try (Stream<Path> files = Files.walk(module.resolve("src"))) {
                for (Path test : files.filter(file -> file.toString().endsWith("Test.java"))
                        .toList()) {
                    String name = test.getFileName().toString().replace(".java", "");
                    found.merge(name, Files.readString(test), String::concat);
                }
            }
        }
        return found;
    }

    private record Section(String chapter, int... counts) {

        Stream<String> requirements() {
            return IntStream.rangeClosed(1, counts.length)
                    .boxed()
                    .flatMap(section -> IntStream.rangeClosed(1, counts[section - 1])
                            .mapToObj(number -> chapter + "." + section + "." + number));
        }
    }
}
