package org.ectsuite.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramTest {

    private static final Instant MORNING = Instant.parse("2026-11-01T08:00:00Z");
    private static final Instant EVENING = Instant.parse("2026-11-01T20:00:00Z");

    @TempDir
    private Path project;

    @Test
    void is_the_binary_where_one_has_been_built() throws IOException {
        // Given
        jar(MORNING);
        binary(EVENING);

        // When
        Program program = Program.of(Service.AUTH, project, false);

        // Then
        assertThat(program.kind()).isEqualTo("native");
        assertThat(program.command().getFirst()).endsWith("auth-service-0.1.0-runner");
    }

    @Test
    void is_not_a_binary_that_was_built_from_older_sources() throws IOException {
        // Given
        binary(MORNING);
        jar(EVENING);

        // When
        Program program = Program.of(Service.AUTH, project, false);

        // Then
        assertThat(program.kind()).isEqualTo("JVM");
        assertThat(program.command().getLast()).endsWith("quarkus-run.jar");
    }

    @Test
    void is_the_jar_where_the_binary_is_declined() throws IOException {
        // Given
        jar(MORNING);
        binary(EVENING);

        // When
        Program program = Program.of(Service.AUTH, project, true);

        // Then
        assertThat(program.kind()).isEqualTo("JVM");
    }

    @Test
    void is_the_binary_where_there_is_nothing_else() throws IOException {
        // Given
        binary(MORNING);

        // When
        Program program = Program.of(Service.AUTH, project, false);

        // Then
        assertThat(program.kind()).isEqualTo("native");
    }

    @Test
    void says_what_to_do_where_nothing_has_been_built() {
        // Given an empty project

        // When, Then
        assertThatThrownBy(() -> Program.of(Service.AUTH, project, false))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("auth-service is not built: run ./ect build");
    }

    private void jar(Instant built) throws IOException {
        put(project.resolve("auth-service/target/quarkus-app/quarkus-run.jar"), built);
    }

    private void binary(Instant built) throws IOException {
        Path file = project.resolve("auth-service/target/auth-service-0.1.0-runner");
        put(file, built);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private static void put(Path file, Instant built) throws IOException {
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        Files.setLastModifiedTime(file, FileTime.from(built));
    }
}
