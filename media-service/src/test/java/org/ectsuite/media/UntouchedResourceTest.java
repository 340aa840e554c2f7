package org.ectsuite.media;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ectsuite.media.metadata.SampleFiles;
import org.junit.jupiter.api.Test;

/** The first promise of this service: nothing under a library's root is ever changed. */
@QuarkusTest
class UntouchedResourceTest {

    private static final String LIBRARY = "untouched";

    @Test
    void leaves_every_file_and_folder_as_it_was() throws IOException {
        // Given files of all formats, broken ones, links, hidden things and an unknown format
        for (String name : List.of(
                "vbr-id3v24.mp3",
                "cbr-id3v23.mp3",
                "tagged.opus",
                "tagged.ogg",
                "tagged.flac",
                "tagged.m4a",
                "tagged.mp4",
                "tagged.mov",
                "fragmented.mp4",
                "tagged.webm",
                "audio-only.webm",
                "tagged.mkv",
                "plain.jpg",
                "plain.png",
                "plain.tiff",
                "plain.webp")) {
            MediaApi.put(LIBRARY, "all/" + name, name);
        }
        MediaApi.put(LIBRARY, "all/photo.jpg", SampleFiles.photo());
        MediaApi.put(LIBRARY, "all/form.pdf", SampleFiles.form());
        MediaApi.put(LIBRARY, "broken/cut.mp4", new byte[] {0, 0, 0, 8, 'f', 't', 'y', 'p'});
        MediaApi.put(LIBRARY, "broken/empty.wav", new byte[0]);
        MediaApi.put(LIBRARY, ".hidden/secret.mp3", new byte[] {1});
        MediaApi.put(LIBRARY, "ignored/.nomedia", new byte[0]);
        MediaApi.put(LIBRARY, "ignored/a.mp3", new byte[] {1});
        MediaApi.put(LIBRARY, "notes.md", new byte[] {1});
        Path root = LibraryFoldersResource.folder(LIBRARY);
        Files.createSymbolicLink(root.resolve("link.mp3"), root.resolve("all/vbr-id3v24.mp3"));
        Files.createSymbolicLink(root.resolve("round"), root);
        Map<String, String> before = snapshot(root);

        // When it is scanned twice and everything is fetched in every way there is
        MediaApi.scan(LIBRARY);
        List<String> ids = MediaApi.as("ADMIN")
                .get("/media/items?limit=200&library=" + MediaApi.library(LIBRARY))
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
        assertThat(ids).hasSize(20);
        for (String id : ids) {
            String item = "/media/items/" + id;
            MediaApi.as("NCS").get(item).then().statusCode(200);
            MediaApi.as("NCS").head(item + "/content").then().statusCode(200);
            MediaApi.as("NCS").get(item + "/content").then().statusCode(200);
            MediaApi.as("NCS").header("Range", "bytes=-1").get(item + "/content");
            MediaApi.as("NCS").get(item + "/thumbnail");
            MediaApi.as("NCS").post(item + "/ticket").then().statusCode(200);
        }
        MediaApi.as("NCS").get("/media/items?q=net").then().statusCode(200);
        MediaApi.scan(LIBRARY);

        // Then
        assertThat(snapshot(root)).isEqualTo(before).hasSizeGreaterThan(25);
    }

    /** Everything that a file system knows of each file and folder, but when it was last read. */
    private static Map<String, String> snapshot(Path root) throws IOException {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                Map<String, Object> attributes = Files.readAttributes(
                        path, "unix:size,lastModifiedTime,ctime,mode,ino,nlink,uid,gid", LinkOption.NOFOLLOW_LINKS);
                String content = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS) ? digest(path) : "";
                all.put(root.relativize(path).toString(), new TreeMap<>(attributes) + content);
            }
        }
        return all;
    }

    private static String digest(Path file) throws IOException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
