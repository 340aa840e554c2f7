package org.ectsuite.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.ectsuite.media.metadata.SampleFiles;
import org.ectsuite.testsupport.TestDatabase;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;

/** What scans notice, and what they leave alone. */
@QuarkusTest
class ScanResourceTest {

    @Test
    void notices_what_is_new_changed_and_gone() throws IOException {
        // Given
        MediaApi.put("changes", "one.mp3", "vbr-id3v24.mp3");
        Path two = MediaApi.put("changes", "two.mp3", "cbr-id3v23.mp3");
        Path three = MediaApi.put("changes", "folder/three.opus", "tagged.opus");

        // When it is scanned for the first time
        JsonPath first = MediaApi.scan("changes");

        // Then
        assertCounts(first, 3, 3, 0, 0, 0, 0, 0);
        String changing = MediaApi.item("changes", "two.mp3");
        String leaving = MediaApi.item("changes", "three.opus");

        // When nothing has changed
        JsonPath second = MediaApi.scan("changes");

        // Then
        assertCounts(second, 3, 0, 0, 0, 3, 0, 0);

        // When one file has changed, one is gone with its folder, and one is new
        MediaApi.put("changes", "two.mp3", Files.readAllBytes(two), Instant.parse("2026-02-01T00:00:00Z"));
        Files.delete(three);
        Files.delete(three.getParent());
        MediaApi.put("changes", "four.flac", "tagged.flac");
        JsonPath third = MediaApi.scan("changes");

        // Then
        assertCounts(third, 3, 1, 1, 0, 1, 1, 0);
        assertThat(MediaApi.item("changes", "two.mp3")).isEqualTo(changing);
        MediaApi.as("USER").get("/media/items/" + leaving).then().body("status", equalTo("MISSING"));
        MediaApi.as("USER")
                .get("/media/items/" + leaving + "/content")
                .then()
                .statusCode(404)
                .body("code", equalTo("file-missing"));

        // When the file comes back as it was
        MediaApi.put("changes", "folder/three.opus", "tagged.opus");
        MediaApi.scan("changes");

        // Then
        assertThat(MediaApi.item("changes", "three.opus")).isEqualTo(leaving);
        MediaApi.as("USER").get("/media/items/" + leaving).then().body("status", equalTo("PRESENT"));
        MediaApi.as("USER").get("/media/items/" + leaving + "/content").then().statusCode(200);
    }

    @Test
    void opens_no_file_whose_size_and_time_are_as_they_were() throws IOException {
        // Given a file that was catalogued, and another content of the same size put in its place behind our back
        Path file = MediaApi.put("unopened", "unopened/same.pdf", SampleFiles.form());
        MediaApi.scan("unopened");
        String item = MediaApi.item("unopened", "same.pdf");
        byte[] other = new String(SampleFiles.form(), StandardCharsets.ISO_8859_1)
                .replace("Radio plan", "XXXXX plan")
                .getBytes(StandardCharsets.ISO_8859_1);
        MediaApi.put("unopened", "unopened/same.pdf", other);
        // so that the folder itself is looked into
        MediaApi.put("unopened", "unopened/new.pdf", SampleFiles.form());

        // When
        MediaApi.scan("unopened");

        // Then
        MediaApi.as("USER").get("/media/items/" + item).then().body("title", equalTo("Radio plan (draft)"));

        // When its time says that it changed
        MediaApi.put("unopened", "unopened/same.pdf", other, Instant.parse("2026-02-02T00:00:00Z"));
        MediaApi.scan("unopened");

        // Then
        MediaApi.as("USER").get("/media/items/" + item).then().body("title", equalTo("XXXXX plan (draft)"));
        Files.delete(file);
    }

    @Test
    void knows_a_file_again_that_was_moved() throws IOException {
        // Given
        Path before = MediaApi.put("moves", "inbox/recording.mp3", "vbr-id3v24.mp3");
        MediaApi.put("moves", "other.mp3", "cbr-id3v23.mp3");
        MediaApi.scan("moves");
        String item = MediaApi.item("moves", "recording.mp3");
        String addedAt = MediaApi.as("USER").get("/media/items/" + item).path("addedAt");

        // When
        Path archive =
                Files.createDirectories(LibraryFoldersResource.folder("moves").resolve("archive"));
        Path after = archive.resolve("2026-03-14 Weekly net.mp3");
        Files.move(before, after);
        JsonPath scan = MediaApi.scan("moves");

        // Then
        assertCounts(scan, 2, 0, 0, 1, 1, 0, 0);
        MediaApi.as("USER")
                .get("/media/items/" + item)
                .then()
                .statusCode(200)
                .body("fileName", equalTo("2026-03-14 Weekly net.mp3"))
                .body("folder", equalTo("archive"))
                .body("status", equalTo("PRESENT"))
                .body("addedAt", equalTo(addedAt));
    }

    @Test
    void takes_a_copy_for_another_item() {
        // Given
        MediaApi.put("moves", "copies/a.flac", "tagged.flac");
        MediaApi.scan("moves");
        String original = MediaApi.item("moves", "a.flac");

        // When
        MediaApi.put("moves", "copies/b.flac", "tagged.flac");
        JsonPath scan = MediaApi.scan("moves");

        // Then
        assertThat(scan.getInt("moved")).isZero();
        assertThat(scan.getInt("added")).isEqualTo(1);
        assertThat(MediaApi.item("moves", "a.flac")).isEqualTo(original);
        assertThat(MediaApi.item("moves", "b.flac")).isNotEqualTo(original);
    }

    @Test
    void catalogues_broken_files_by_their_names_and_says_what_is_wrong() {
        // Given
        MediaApi.put("broken", "2026-03-14 1800Z Cut off (W1AW).mp4", new byte[] {0, 0, 0, 8, 'f', 't', 'y', 'p'});
        MediaApi.put("broken", "No photo.jpg", "not a photo".getBytes(StandardCharsets.UTF_8));
        MediaApi.put("broken", "Nothing.pdf", new byte[0]);
        MediaApi.put("broken", "fine.mp3", "vbr-id3v24.mp3");

        // When
        JsonPath scan = MediaApi.scan("broken");

        // Then
        assertThat(scan.getString("state")).isEqualTo("DONE");
        assertCounts(scan, 4, 4, 0, 0, 0, 0, 3);
        JsonPath errors = MediaApi.as("ADMIN")
                .get("/media/scans/" + scan.getString("id") + "/errors?limit=2")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(errors.getList("items")).hasSize(2);
        JsonPath rest = MediaApi.as("ADMIN")
                .get("/media/scans/" + scan.getString("id") + "/errors?limit=2&cursor=" + errors.getString("next"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(rest.getList("items")).hasSize(1);
        assertThat(rest.getString("next")).isNull();

        String item = MediaApi.item("broken", "2026-03-14 1800Z Cut off (W1AW).mp4");
        MediaApi.as("ADMIN")
                .get("/media/items/" + item)
                .then()
                .body("title", equalTo("Cut off"))
                .body("artist", equalTo("W1AW"))
                .body("fault", equalTo("has no MP4 header; it was probably cut off"));
        MediaApi.as("NCS").get("/media/items/" + item).then().body("fault", nullValue());

        // When it is scanned again, the broken files are not opened again
        JsonPath again = MediaApi.scan("broken");

        // Then
        assertCounts(again, 4, 0, 0, 0, 4, 0, 0);
    }

    @Test
    void touches_nothing_while_the_root_is_missing_or_empty() throws IOException {
        // Given
        MediaApi.put("unplugged", "net.mp3", "vbr-id3v24.mp3");
        MediaApi.scan("unplugged");
        String item = MediaApi.item("unplugged", "net.mp3");
        Path root = LibraryFoldersResource.folder("unplugged");
        Path elsewhere = root.resolveSibling("unplugged-elsewhere");
        Files.move(root, elsewhere);
        try {
            // When the root is missing
            JsonPath missing = MediaApi.scan("unplugged");

            // Then
            assertOffline(missing, item);
            MediaApi.as("USER")
                    .get("/media/items/" + item + "/content")
                    .then()
                    .statusCode(503)
                    .body("code", equalTo("library-offline"));

            // When the mount point is there and the disk is not
            Files.createDirectory(root);
            Files.createDirectory(root.resolve("lost+found"));
            JsonPath empty = MediaApi.scan("unplugged");

            // Then
            assertOffline(empty, item);
            Files.delete(root.resolve("lost+found"));
            Files.delete(root);
        } finally {
            Files.move(elsewhere, root);
        }

        // When the disk is back
        JsonPath back = MediaApi.scan("unplugged");

        // Then
        assertCounts(back, 1, 0, 0, 0, 1, 0, 0);
        assertThat(MediaApi.libraryView("unplugged").getString("status")).isEqualTo("ONLINE");
        MediaApi.as("USER").get("/media/items/" + item + "/content").then().statusCode(200);
    }

    @Test
    void answers_with_the_scan_that_waits_already() throws SQLException {
        // Given another replica that scans this library
        String library = MediaApi.library("scans");
        String waiting;
        try (Connection replica = TestDatabase.current().asApp()) {
            lock(replica, library);
            waiting = request(library);

            // When
            String again = request(library);

            // Then
            assertThat(again).isEqualTo(waiting);
            Awaitility.await()
                    .during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> MediaApi.scanView(waiting).getString("state").equals("QUEUED"));
        }

        // And once the other replica has died
        assertThat(MediaApi.finished(waiting).getString("state")).isEqualTo("DONE");
    }

    @Test
    void marks_a_scan_whose_service_died_and_goes_on() throws SQLException {
        // Given
        String library = MediaApi.library("scans");
        UUID dead = UUID.randomUUID();
        try (Connection replica = TestDatabase.current().asApp()) {
            lock(replica, library);
            TestDatabase.current()
                    .update(
                            "INSERT INTO scan (id, library_id, state, found, added, changed, moved, unchanged,"
                                    + " missing, errors, requested_at, started_at) VALUES (?, ?, 'RUNNING', 0, 0, 0, 0, 0,"
                                    + " 0, 0, now(), now())",
                            dead,
                            UUID.fromString(library));
        }

        // When
        JsonPath view = MediaApi.finished(dead.toString());

        // Then
        assertThat(view.getString("state")).isEqualTo("FAILED");
        assertThat(view.getString("failure")).isEqualTo("the service stopped while it ran");
        assertThat(MediaApi.scan("scans").getString("state")).isEqualTo("DONE");
    }

    @Test
    void records_who_asked_for_a_scan() {
        // Given
        String library = MediaApi.library("scans");

        // When
        MediaApi.scan("scans");

        // Then
        assertThat(TestDatabase.current()
                        .query(
                                "SELECT actor_subject FROM audit_event WHERE action = 'scan.requested' AND object_id ="
                                        + " ?",
                                library))
                .contains(TestTokens.idOf("somebody-ADMIN").toString());
    }

    @Test
    void knows_no_scan_of_a_library_that_is_not_there() {
        MediaApi.as("ADMIN")
                .post("/media/libraries/" + UUID.randomUUID() + "/scans")
                .then()
                .statusCode(404);
        MediaApi.as("ADMIN").get("/media/scans/" + UUID.randomUUID()).then().statusCode(404);
        MediaApi.as("ADMIN")
                .get("/media/scans/" + UUID.randomUUID() + "/errors")
                .then()
                .statusCode(404);
    }

    private static void assertOffline(JsonPath scan, String item) {
        assertThat(scan.getString("state")).isEqualTo("FAILED");
        assertThat(scan.getString("failure")).contains("nothing was touched");
        assertThat(MediaApi.libraryView("unplugged").getString("status")).isEqualTo("OFFLINE");
        MediaApi.as("USER").get("/media/items/" + item).then().statusCode(200).body("status", equalTo("PRESENT"));
    }

    private static String request(String library) {
        return MediaApi.as("ADMIN")
                .post("/media/libraries/" + library + "/scans")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private static void lock(Connection replica, String library) throws SQLException {
        try (PreparedStatement lock =
                replica.prepareStatement("SELECT pg_advisory_lock(hashtextextended('media-scan:' || ?, 0))")) {
            lock.setString(1, library);
            lock.execute();
        }
    }

    private static void assertCounts(
            JsonPath scan, int found, int added, int changed, int moved, int unchanged, int missing, int errors) {
        assertThat(scan.getString("state"))
                .as("state, failure %s", scan.getString("failure"))
                .isEqualTo("DONE");
        assertThat(new int[] {
                    scan.getInt("found"),
                    scan.getInt("added"),
                    scan.getInt("changed"),
                    scan.getInt("moved"),
                    scan.getInt("unchanged"),
                    scan.getInt("missing"),
                    scan.getInt("errors")
                })
                .as("found, added, changed, moved, unchanged, missing, errors")
                .containsExactly(found, added, changed, moved, unchanged, missing, errors);
    }
}
