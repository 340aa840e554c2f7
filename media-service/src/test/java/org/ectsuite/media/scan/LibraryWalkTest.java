package org.ectsuite.media.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryWalkTest {

    @TempDir
    Path root;

    @Test
    void lists_folders_with_the_files_of_known_formats() throws IOException {
        // Given
        file("net.mp3");
        file("notes.exe");
        file("2026/march/net.WAV");
        Files.createDirectories(root.resolve("empty"));

        // When
        Map<String, List<String>> found = walk(10);

        // Then
        assertThat(found)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "", List.of("net.mp3"),
                        "2026", List.of(),
                        "2026/march", List.of("net.WAV"),
                        "empty", List.of()));
    }

    @Test
    void passes_over_what_is_hidden_or_belongs_to_the_storage() throws IOException {
        // Given
        file(".hidden.mp3");
        file(".trash/a.mp3");
        file("@eaDir/a.mp3");
        file("#recycle/a.mp3");
        file("$RECYCLE.BIN/a.mp3");
        file("System Volume Information/a.mp3");
        file("lost+found/a.mp3");
        file("shown.mp3");

        // When
        Map<String, List<String>> found = walk(10);

        // Then
        assertThat(found).isEqualTo(Map.of("", List.of("shown.mp3")));
    }

    @Test
    void passes_over_folders_that_ask_for_it_and_all_below() throws IOException {
        // Given
        file("private/.nomedia");
        file("private/a.mp3");
        file("private/deeper/b.mp3");
        file("drafts/.ignore");
        file("drafts/c.mp3");
        file("public/d.mp3");

        // When
        Map<String, List<String>> found = walk(10);

        // Then
        assertThat(found).isEqualTo(Map.of("", List.of(), "public", List.of("d.mp3")));
    }

    @Test
    void follows_no_links_and_so_runs_in_no_circle() throws IOException {
        // Given
        file("a/net.mp3");
        Files.createSymbolicLink(root.resolve("a/round"), root);
        Files.createSymbolicLink(root.resolve("a/twin.mp3"), root.resolve("a/net.mp3"));
        Files.createSymbolicLink(root.resolve("out"), Path.of("/"));

        // When
        Map<String, List<String>> found = walk(10);

        // Then
        assertThat(found).isEqualTo(Map.of("", List.of(), "a", List.of("net.mp3")));
    }

    @Test
    void says_where_it_stops_for_depth() throws IOException {
        // Given
        file("1/2/3/net.mp3");
        List<String> unreadable = new ArrayList<>();

        // When
        Map<String, List<String>> found = walk(2, unreadable);

        // Then
        assertThat(found.keySet()).containsExactly("", "1", "1/2");
        assertThat(unreadable).containsExactly("1/2/3: lies too deep");
    }

    @Test
    void says_that_a_folder_cannot_be_read() throws IOException {
        // Given a folder that went away between its listing and its turn
        List<String> unreadable = new ArrayList<>();
        file("a/net.mp3");
        LibraryWalk.Visitor visitor = new LibraryWalk.Visitor() {
            @Override
            public void folder(FolderListing listing) {
                if (listing.path().isEmpty()) {
                    remove("a/net.mp3");
                    remove("a");
                }
            }

            @Override
            public void unreadable(String path, String reason) {
                unreadable.add(path);
            }
        };

        // When
        new LibraryWalk(root, 10, () -> false).walk(visitor);

        // Then
        assertThat(unreadable).containsExactly("a");
    }

    @Test
    void stops_when_it_is_told_to() throws IOException {
        // Given
        file("a/net.mp3");
        List<String> seen = new ArrayList<>();

        // When
        new LibraryWalk(root, 10, () -> !seen.isEmpty()).walk(collect(new TreeMap<>(), new ArrayList<>(), seen));

        // Then
        assertThat(seen).containsExactly("");
    }

    @Test
    void takes_a_root_with_nothing_but_system_folders_for_empty() throws IOException {
        // Given
        file("lost+found/x");
        file(".DS_Store");

        // When, Then
        assertThat(LibraryWalk.isEmpty(root)).isTrue();
        file("notes.txt");
        assertThat(LibraryWalk.isEmpty(root)).isFalse();
    }

    private Map<String, List<String>> walk(int depth) {
        return walk(depth, new ArrayList<>());
    }

    private Map<String, List<String>> walk(int depth, List<String> unreadable) {
        Map<String, List<String>> found = new TreeMap<>();
        new LibraryWalk(root, depth, () -> false).walk(collect(found, unreadable, new ArrayList<>()));
        return found;
    }

    private static LibraryWalk.Visitor collect(
            Map<String, List<String>> found, List<String> unreadable, List<String> seen) {
        return new LibraryWalk.Visitor() {
            @Override
            public void folder(FolderListing listing) {
                seen.add(listing.path());
                found.put(
                        listing.path(),
                        listing.files().stream()
                                .map(FolderListing.File::name)
                                .sorted()
                                .toList());
            }

            @Override
            public void unreadable(String path, String reason) {
                unreadable.add(path + ": " + reason);
            }
        };
    }

    private void file(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x");
    }

    private void remove(String path) {
        try {
            Files.delete(root.resolve(path));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
