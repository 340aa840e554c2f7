package org.ectsuite.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessesTest {

    @Test
    void ends_what_an_earlier_run_left_behind(@TempDir Path folder) throws Exception {
        // Given
        Process left = new ProcessBuilder("sleep", "600").start();
        new Processes(folder.resolve("processes")).add("left-service", left.toHandle());

        // When
        var ended = new Processes(folder.resolve("processes")).endLeftovers();

        // Then
        assertThat(ended).containsExactly("left-service");
        assertThat(left.waitFor()).isNotZero();
    }

    @Test
    void leaves_a_stranger_alone_who_has_got_the_number_since(@TempDir Path folder) throws Exception {
        // Given
        Process stranger = new ProcessBuilder("sleep", "600").start();
        Path file = folder.resolve("processes");
        Files.writeString(file, stranger.pid() + " 2001-01-01T00:00:00Z left-service\n");

        // When
        var ended = new Processes(file).endLeftovers();

        // Then
        assertThat(ended).isEmpty();
        assertThat(stranger.isAlive()).isTrue();
        stranger.destroyForcibly().waitFor();
    }
}
