package org.ectsuite.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.ectsuite.media.metadata.SampleFiles;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of files over HTTP: RFC 9110 ranges and conditions, and no way out of the library. */
@QuarkusTest
class ContentResourceTest {

    private static final int SIZE = 100_000;

    private byte[] bytes = new byte[0];
    private String item = "";
    private String url = "";

    @BeforeEach
    void catalogueOneFile() {
        bytes = new byte[SIZE];
        for (int i = 0; i < SIZE; i++) {
            bytes[i] = (byte) (i * 31 + i / 251);
        }
        MediaApi.put("content", "Übung (part 1).txt", bytes);
        MediaApi.scan("content");
        item = MediaApi.item("content", "Übung (part 1).txt");
        url = "/media/items/" + item + "/content";
    }

    @Test
    void serves_the_whole_file_with_all_that_a_player_needs() {
        // When
        Response response = get();

        // Then
        response.then()
                .statusCode(200)
                .header("Content-Length", String.valueOf(SIZE))
                .header("Content-Type", "text/plain; charset=utf-8")
                .header("Accept-Ranges", "bytes")
                .header("ETag", notNullValue())
                .header("Last-Modified", "Thu, 15 Jan 2026 12:00:00 GMT")
                .header("Cache-Control", "private, no-cache")
                .header("Content-Range", nullValue())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", containsString("sandbox"))
                .header(
                        "Content-Disposition",
                        "inline; filename=\"_bung (part 1).txt\";"
                                + " filename*=UTF-8''%C3%9Cbung%20%28part%201%29.txt");
        assertThat(response.asByteArray()).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0,          0,     1",
        "bytes=0-49999,      0,     50000",
        "bytes=99999-,       99999, 1",
        "bytes=50000-,       50000, 50000",
        "bytes=-1,           99999, 1",
        "bytes=-500,         99500, 500",
        "bytes=-200000,      0,     100000",
        "bytes=99000-200000, 99000, 1000",
    })
    void serves_one_range(String range, int offset, int length) {
        // When
        Response response = get("Range", range);

        // Then
        response.then()
                .statusCode(206)
                .header("Content-Length", String.valueOf(length))
                .header("Content-Range", "bytes " + offset + "-" + (offset + length - 1) + "/" + SIZE)
                .header("ETag", notNullValue())
                .header("Content-Type", "text/plain; charset=utf-8");
        assertThat(response.asByteArray()).isEqualTo(Arrays.copyOfRange(bytes, offset, offset + length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100000-", "bytes=100000-100001", "bytes=-0"})
    void refuses_a_range_behind_the_end_and_says_how_long_the_file_is(String range) {
        get("Range", range)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */" + SIZE)
                .contentType("application/problem+json")
                .body("code", equalTo("range-not-satisfiable"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=0-1,5-6", "bytes=5-4", "lines=0-1", "nonsense"})
    void serves_all_where_it_does_not_serve_the_range(String range) {
        // When
        Response response = get("Range", range);

        // Then
        response.then().statusCode(200).header("Content-Range", nullValue());
        assertThat(response.asByteArray()).isEqualTo(bytes);
    }

    @Test
    void tells_by_head_what_get_would_serve() {
        // Given
        String tag = get().header("ETag");

        // When
        Response response = MediaApi.as("USER").header("Range", "bytes=0-1").head(url);

        // Then
        response.then()
                .statusCode(200)
                .header("Content-Length", String.valueOf(SIZE))
                .header("Content-Type", "text/plain; charset=utf-8")
                .header("ETag", tag)
                .header("Accept-Ranges", "bytes")
                .header("Last-Modified", "Thu, 15 Jan 2026 12:00:00 GMT");
        assertThat(response.asByteArray()).isEmpty();
    }

    @Test
    void sends_nothing_to_who_has_it() {
        // Given
        String tag = get().header("ETag");

        // Then
        for (String condition : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            Response response = get("If-None-Match", condition);
            response.then().statusCode(304).header("ETag", tag).header("Content-Length", nullValue());
            assertThat(response.asByteArray()).isEmpty();
            MediaApi.as("USER")
                    .header("If-None-Match", condition)
                    .head(url)
                    .then()
                    .statusCode(304);
        }
        get("If-None-Match", "\"other\"").then().statusCode(200);
        get("If-Modified-Since", "Thu, 15 Jan 2026 12:00:00 GMT").then().statusCode(304);
        get("If-Modified-Since", "Thu, 15 Jan 2026 11:59:59 GMT").then().statusCode(200);
    }

    @Test
    void continues_only_the_file_that_was_begun() {
        // Given
        String tag = get().header("ETag");

        // Then
        ranged(tag).statusCode(206);
        ranged("Thu, 15 Jan 2026 12:00:00 GMT").statusCode(206);
        ranged("\"other\"").statusCode(200).header("Content-Length", String.valueOf(SIZE));
        ranged("W/" + tag).statusCode(200);
        ranged("Thu, 15 Jan 2026 12:00:01 GMT").statusCode(200);
        get("If-Match", "\"other\"").then().statusCode(412).body("code", equalTo("precondition-failed"));
        get("If-Match", tag).then().statusCode(200);
    }

    private ValidatableResponse ranged(String condition) {
        return MediaApi.as("USER")
                .header("Range", "bytes=0-9")
                .header("If-Range", condition)
                .get(url)
                .then();
    }

    @Test
    void serves_a_file_that_changed_since_the_scan_as_what_it_is() {
        // Given
        String tag = get().header("ETag");
        byte[] shorter = Arrays.copyOf(bytes, 10);

        // When
        MediaApi.put("content", "Übung (part 1).txt", shorter, Instant.parse("2026-02-01T00:00:00Z"));

        // Then
        Response whole = get();
        whole.then().statusCode(200).header("Content-Length", "10");
        assertThat(whole.header("ETag")).isNotEqualTo(tag);
        assertThat(whole.asByteArray()).isEqualTo(shorter);
        get("Range", "bytes=50-").then().statusCode(416).header("Content-Range", "bytes */10");
        ranged(tag).statusCode(200);
    }

    @Test
    void serves_an_empty_file() {
        // Given
        MediaApi.put("content", "empty.txt", new byte[0]);
        MediaApi.scan("content");
        String empty = "/media/items/" + MediaApi.item("content", "empty.txt") + "/content";

        // Then
        MediaApi.as("USER").get(empty).then().statusCode(200).header("Content-Length", "0");
        MediaApi.as("USER")
                .header("Range", "bytes=0-")
                .get(empty)
                .then()
                .statusCode(416)
                .header("Content-Range", "bytes */0");
    }

    @Test
    void leaves_a_pdf_out_of_the_sandbox_in_which_no_browser_shows_it() {
        // Given
        MediaApi.put("content", "form.pdf", SampleFiles.form());
        MediaApi.scan("content");

        // When
        ValidatableResponse response = MediaApi.as("USER")
                .get("/media/items/" + MediaApi.item("content", "form.pdf") + "/content")
                .then();

        // Then
        response.statusCode(200)
                .header("Content-Type", "application/pdf")
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
    }

    @Test
    void follows_no_link_that_somebody_put_in_the_place_of_a_file() throws IOException {
        // Given
        Path file = MediaApi.put("content", "victim.txt", new byte[] {1});
        MediaApi.scan("content");
        String victim = "/media/items/" + MediaApi.item("content", "victim.txt") + "/content";
        Path secret = Files.write(
                LibraryFoldersResource.folder("content").resolveSibling("secret.txt"),
                "secret".getBytes(StandardCharsets.UTF_8));

        // When
        Files.delete(file);
        Files.createSymbolicLink(file, secret);

        // Then
        MediaApi.as("USER").get(victim).then().statusCode(404).body("code", equalTo("file-missing"));
        Files.delete(file);
    }

    @Test
    void follows_no_folder_that_became_a_link() throws IOException {
        // Given
        Path file = MediaApi.put("content", "folder/victim2.txt", new byte[] {1});
        MediaApi.scan("content");
        String victim = "/media/items/" + MediaApi.item("content", "victim2.txt") + "/content";
        Path folder = LibraryFoldersResource.folder("content").resolve("folder");
        Path outside =
                Files.createDirectories(LibraryFoldersResource.folder("content").resolveSibling("outside"));
        Files.write(outside.resolve("victim2.txt"), new byte[] {2});

        // When
        Files.delete(file);
        Files.delete(folder);
        Files.createSymbolicLink(folder, outside);

        // Then
        MediaApi.as("USER").get(victim).then().statusCode(404).body("code", equalTo("file-missing"));
        Files.delete(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../secret.txt", "/etc/passwd", "folder/../../secret.txt", "."})
    void does_not_leave_the_library_even_where_the_catalogue_says_so(String path) throws IOException {
        // Given
        Path library = LibraryFoldersResource.folder("content");
        Files.write(library.resolveSibling("secret.txt"), new byte[] {1});
        MediaApi.put("content", "tampered.txt", new byte[] {1});
        MediaApi.scan("content");
        String tampered = MediaApi.item("content", "tampered.txt");
        TestDatabase.current().update("UPDATE item SET path = ? WHERE id = ?", path, UUID.fromString(tampered));

        // When
        ValidatableResponse response =
                MediaApi.as("USER").get("/media/items/" + tampered + "/content").then();

        // Then
        response.statusCode(404)
                .body("code", equalTo("file-missing"))
                .body("detail", equalTo("The file was not found where it was catalogued."));
        TestDatabase.current().update("UPDATE item SET path = 'tampered.txt' WHERE id = ?", UUID.fromString(tampered));
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2f..%2fetc%2fpasswd", "not-a-uuid", "%00"})
    void takes_no_path_for_an_item(String id) {
        RequestSpecification request = MediaApi.as("USER");
        int status = request.get("/media/items/" + id + "/content").statusCode();
        assertThat(status).isIn(400, 404);
    }

    @Test
    void serves_the_thumbnail_that_the_camera_made() {
        // Given
        MediaApi.put("content", "photo.jpg", SampleFiles.photo());
        MediaApi.scan("content");
        String thumbnail = "/media/items/" + MediaApi.item("content", "photo.jpg") + "/thumbnail";

        // When
        Response response = MediaApi.as("USER").get(thumbnail);

        // Then
        response.then()
                .statusCode(200)
                .header("Content-Type", "image/jpeg")
                .header("Cache-Control", "private, no-cache");
        assertThat(response.asByteArray()).hasSize(104).startsWith(0xFF, 0xD8);
        MediaApi.as("USER")
                .header("If-None-Match", response.header("ETag"))
                .get(thumbnail)
                .then()
                .statusCode(304);
        MediaApi.as("USER").get("/media/items/" + item + "/thumbnail").then().statusCode(404);
    }

    private Response get(String... header) {
        RequestSpecification request = MediaApi.as("USER");
        if (header.length == 2) {
            request.header(header[0], header[1]);
        }
        return request.get(url);
    }
}
