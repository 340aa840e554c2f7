package org.ectsuite.media.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MediaRootTest {

    @TempDir
    Path top;

    private Path root = Path.of("/");
    private MediaRoot media = MediaRoot.at(root);

    @BeforeEach
    void makeFolders() throws IOException {
        root = top.toRealPath().resolve("root");
        Files.createDirectories(root.resolve("a/b"));
        Files.writeString(root.resolve("a/b/net.mp3"), "inside");
        Files.setLastModifiedTime(
                root.resolve("a/b/net.mp3"), FileTime.from(Instant.parse("2026-03-14T18:00:00.123456789Z")));
        Files.createDirectories(top.resolve("outside"));
        Files.writeString(top.resolve("outside/secret.mp3"), "outside");
        media = MediaRoot.at(root);
    }

    @Test
    void opens_a_file_for_reading_alone() throws IOException {
        // When
        try (SeekableByteChannel channel = media.open("a/b/net.mp3")) {

            // Then
            ByteBuffer content = ByteBuffer.allocate(10);
            assertThat(channel.read(content)).isEqualTo(6);
            assertThatThrownBy(() -> channel.write(ByteBuffer.wrap(new byte[1])))
                    .isInstanceOf(NonWritableChannelException.class);
            assertThatThrownBy(() -> channel.truncate(0)).isInstanceOf(NonWritableChannelException.class);
        }
    }

    @Test
    void knows_a_file_to_the_nanosecond() throws IOException {
        // When
        MediaRoot.Located located = media.locate("a/b/net.mp3");

        // Then
        assertThat(located.size()).isEqualTo(6);
        assertThat(located.modifiedNanos()).isEqualTo(1_773_511_200_123_456_789L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../outside/secret.mp3",
                "a/../../outside/secret.mp3",
                "a/b/../../../outside/secret.mp3",
                "/etc/passwd",
                "",
                ".",
                "a/./b/net.mp3",
                "a/b/none.mp3",
                "a/b",
                "a"
            })
    void opens_nothing_that_lies_elsewhere_or_is_no_file(String path) {
        assertThatThrownBy(() -> media.locate(path)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> {
                    try (SeekableByteChannel channel = media.open(path)) {
                        // A folder opens under Linux and fails when it is read.
                        channel.read(ByteBuffer.allocate(1));
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void follows_no_link_to_a_file() throws IOException {
        // Given
        Files.createSymbolicLink(root.resolve("a/link.mp3"), top.resolve("outside/secret.mp3"));

        // When, Then
        assertThatThrownBy(() -> media.locate("a/link.mp3")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> media.open("a/link.mp3").close()).isInstanceOf(IOException.class);
    }

    @Test
    void follows_no_link_to_a_folder_not_even_within_the_root() throws IOException {
        // Given
        Files.createSymbolicLink(root.resolve("out"), top.resolve("outside"));
        Files.createSymbolicLink(root.resolve("in"), root.resolve("a/b"));

        // When, Then
        for (String path : new String[] {"out/secret.mp3", "in/net.mp3"}) {
            assertThatThrownBy(() -> media.locate(path)).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> media.open(path).close()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void reaches_its_files_through_a_root_that_is_a_link_of_the_operator() throws IOException {
        // Given
        Path link = Files.createSymbolicLink(top.resolve("link"), root);

        // When
        MediaRoot.Located located = MediaRoot.at(link).locate("a/b/net.mp3");

        // Then
        assertThat(located.file()).isEqualTo(root.resolve("a/b/net.mp3"));
    }

    @Test
    void has_no_identity_while_it_is_missing() throws IOException {
        assertThat(MediaRoot.at(top.resolve("nowhere")).identity()).isEmpty();
        assertThat(MediaRoot.at(root.resolve("a/b/net.mp3")).identity()).isEmpty();
        assertThat(media.identity()).isPresent();
    }
}
