package org.ectsuite.media.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FingerprintTest {

    private static final int PART = 64 * 1024;

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {0, 1, PART - 1, PART, PART + 1, 2 * PART - 1, 2 * PART, 5 * PART})
    void is_the_same_for_the_same_content_at_another_place(int size) throws IOException {
        assertThat(of(new byte[size])).isEqualTo(of(new byte[size])).hasSize(32);
    }

    @Test
    void differs_by_size_beginning_and_end() throws IOException {
        // Given
        byte[] content = new byte[4 * PART];
        byte[] first = content.clone();
        first[0] = 1;
        byte[] last = content.clone();
        last[last.length - 1] = 1;

        // Then
        assertThat(of(content)).isNotEqualTo(of(first)).isNotEqualTo(of(last)).isNotEqualTo(of(new byte[4 * PART + 1]));
    }

    @Test
    void covers_every_byte_of_files_of_up_to_two_parts() throws IOException {
        // Given
        byte[] content = new byte[2 * PART];
        byte[] original = of(content);
        for (int at : new int[] {0, PART - 1, PART, PART + 1, 2 * PART - 1}) {
            byte[] changed = content.clone();
            changed[at] = 1;

            // When, Then
            assertThat(of(changed)).as("byte %d", at).isNotEqualTo(original);
        }
    }

    private byte[] of(byte[] content) throws IOException {
        Path file = Files.createTempFile(folder, "f", ".bin");
        Files.write(file, content);
        try (SeekableByteChannel channel = Files.newByteChannel(file)) {
            return Fingerprint.of(channel);
        }
    }
}
