package org.ectsuite.media;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.ectsuite.testsupport.TestTokens;

/** What tests do with the service, by HTTP alone, and with the folders of its libraries. */
public final class MediaApi {

    /** Long past, so that a change is always a change of time, too. */
    private static final Instant OLD = Instant.parse("2026-01-15T12:00:00.123456789Z");

    private MediaApi() {}

    /** A request of somebody with a role. */
    public static RequestSpecification as(String role) {
        return as(TestTokens.user("somebody-" + role).roles(role));
    }

    /** A request with a token. */
    public static RequestSpecification as(TestTokens person) {
        return anybody().header("Authorization", person.bearer());
    }

    /** A request without a token; addresses are whole paths, sent as they are. */
    public static RequestSpecification anybody() {
        return given().basePath("").urlEncodingEnabled(false);
    }

    /** The id of a library. */
    public static String library(String key) {
        return as("ADMIN")
                .get("/media/libraries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("items.find { it.key == '" + key + "' }.id");
    }

    /** A library as an administrator sees it. */
    public static JsonPath libraryView(String key) {
        return as("ADMIN")
                .get("/media/libraries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .setRootPath("items.find { it.key == '" + key + "' }");
    }

    /** Scans a library and waits for the end, good or bad. */
    public static JsonPath scan(String key) {
        String id = as("ADMIN")
                .post("/media/libraries/" + library(key) + "/scans")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        return finished(id);
    }

    /** Waits for the end of a scan. */
    public static JsonPath finished(String scan) {
        return Awaitility.await("the end of scan " + scan)
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> scanView(scan), view -> view.getString("finishedAt") != null);
    }

    /** A scan as an administrator sees it. */
    public static JsonPath scanView(String id) {
        return as("ADMIN")
                .get("/media/scans/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** The id of an item, by its library and file name. */
    public static String item(String key, String fileName) {
        String id = as("ADMIN")
                .queryParam("library", library(key))
                .queryParam("limit", 200)
                .get("/media/items")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("items.find { it.fileName == '" + fileName + "' }.id");
        if (id == null) {
            throw new AssertionError("No item " + fileName + " in library " + key);
        }
        return id;
    }

    /** Puts a file of the test resources into a library. */
    public static Path put(String key, String path, String resource) {
        try (InputStream in = MediaApi.class.getResourceAsStream("/media/" + resource)) {
            if (in == null) {
                throw new IllegalArgumentException(resource);
            }
            return put(key, path, in.readAllBytes(), OLD);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a file into a library. */
    public static Path put(String key, String path, byte[] content) {
        return put(key, path, content, OLD);
    }

    /** Puts a file into a library, last changed at an instant. */
    public static Path put(String key, String path, byte[] content, Instant changed) {
        try {
            Path file = LibraryFoldersResource.folder(key).resolve(path);
            Files.createDirectories(file.getParent());
            Files.write(file, content);
            Files.setLastModifiedTime(file, FileTime.from(changed));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
