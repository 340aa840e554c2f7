package org.ectsuite.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The working tree of the suite.
 *
 * @param root the folder with the Maven wrapper
 */
record Repository(Path root) {

    /** A service of the suite, or one of the jars that all services share. */
    record Module(String name, Path folder) {

        /** Its Java files, sorted by path. */
        List<Path> sources() {
            Path java = folder.resolve("src/main/java");
            if (!Files.isDirectory(java)) {
                return List.of();
            }
            try (Stream<Path> files = Files.walk(java)) {
                return files.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.endsWith("package-info.java"))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The tree around the working directory. */
    static Repository here() {
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("mvnw"))) {
                return new Repository(folder);
            }
        }
        throw new IllegalStateException("Not inside the working tree of the suite");
    }

    /** The jars of platform/ that end up in services, sorted by name. */
    List<Module> platform() {
        return modules(root.resolve("platform")).stream()
                .filter(module -> !module.name().equals("test-support"))
                .toList();
    }

    /** The services, sorted by name. */
    List<Module> services() {
        return modules(root).stream()
                .filter(module -> module.name().endsWith("-service"))
                .toList();
    }

    private static List<Module> modules(Path parent) {
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .map(folder -> new Module(folder.getFileName().toString(), folder))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
