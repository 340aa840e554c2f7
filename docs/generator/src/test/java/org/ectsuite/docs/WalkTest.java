package org.ectsuite.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/architecture/auth-service.md: leads past every package of the service, and to no class that is not there. */
class WalkTest {

    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^\\| (`[^|]+) \\|");
    private static final Pattern PACKAGE = Pattern.compile("`([a-z]+)`");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");

    private final Repository repository = Repository.here();

    @Test
    void every_package_is_named_once() throws IOException {
        List<String> packages = sources()
                .map(file -> file.getName(file.getNameCount() - 2).toString())
                .distinct()
                .toList();

        assertThat(FIRST_CELL
                        .matcher(walk())
                        .results()
                        .flatMap(cell -> PACKAGE.matcher(cell.group(1)).results()))
                .extracting(named -> named.group(1))
                .containsExactlyInAnyOrderElementsOf(packages);
    }

    @Test
    void every_class_that_is_named_exists() throws IOException {
        List<String> classes = sources()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .toList();

        assertThat(CLASS.matcher(walk()).results().map(named -> named.group(1)))
                .hasSizeGreaterThan(40)
                .allSatisfy(named -> assertThat(classes).contains(named));
    }

    private String walk() throws IOException {
        return Files.readString(repository.root().resolve("docs/architecture/auth-service.md"));
    }

    private Stream<Path> sources() {
        return repository.services().stream()
                .filter(service -> service.name().equals("auth-service"))
                .flatMap(service -> service.sources().stream());
    }
}
