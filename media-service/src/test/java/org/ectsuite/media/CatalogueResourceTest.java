package org.ectsuite.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.ectsuite.media.metadata.SampleFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Listing and searching a library of real files. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CatalogueResourceTest {

    private static final String LIBRARY = "search";

    private String library = "";

    // Once, but only now: before all tests of a class the address of the service is not known yet.
    @BeforeEach
    void catalogueTheLibrary() {
        if (!library.isEmpty()) {
            return;
        }
        MediaApi.put(LIBRARY, "2026-03-10 1900Z Tuesday net (W1AW).mp3", "vbr-id3v24.mp3");
        MediaApi.put(LIBRARY, "Grüße.mp3", "cbr-id3v23.mp3");
        MediaApi.put(LIBRARY, "Basic course/03 - Passing traffic.mp4", "tagged.mp4");
        MediaApi.put(LIBRARY, "Basic course/04 - Untagged lesson.mp4", "fragmented.mp4");
        MediaApi.put(LIBRARY, "talk.webm", "audio-only.webm");
        MediaApi.put(LIBRARY, "forms/ICS-205 radio plan.pdf", SampleFiles.form());
        MediaApi.put(LIBRARY, "maps/coverage.png", "plain.png");
        MediaApi.put(LIBRARY, "readme.md", new byte[] {'x'});
        assertThat(MediaApi.scan(LIBRARY).getString("state")).isEqualTo("DONE");
        library = MediaApi.library(LIBRARY);
    }

    @Test
    void shows_what_a_recording_says_of_itself() {
        // When
        ValidatableResponse item = one("2026-03-10 1900Z Tuesday net (W1AW).mp3");

        // Then
        item.body("title", equalTo("Weekly net"))
                .body("artist", equalTo("W1AW"))
                .body("album", equalTo("Tuesday net"))
                .body("description", equalTo("Drill"))
                .body("kind", equalTo("AUDIO"))
                .body("contentType", equalTo("audio/mpeg"))
                .body("recordedAt", equalTo("2026-03-14T18:00:00Z"))
                .body("durationSeconds", equalTo(1.584f))
                .body("callsigns", contains("W1AW"))
                .body("folder", equalTo(""))
                .body("size", equalTo(2486))
                .body("status", equalTo("PRESENT"))
                .body("libraryId", equalTo(library))
                .body("hasThumbnail", equalTo(false))
                .body("sources.title", equalTo("embedded"))
                .body("sources.durationSeconds", equalTo("probe"))
                .body("sources.callsigns", equalTo("path"));
    }

    @Test
    void falls_back_to_the_name_where_a_film_says_nothing() {
        one("04 - Untagged lesson.mp4")
                .body("title", equalTo("Untagged lesson"))
                .body("album", equalTo("Basic course"))
                .body("width", equalTo(96))
                .body("height", equalTo(64))
                .body("kind", equalTo("VIDEO"))
                .body("sources.title", equalTo("path"))
                .body("sources.dimensions", equalTo("probe"));
    }

    @Test
    void counts_the_pages_of_a_form() {
        one("ICS-205 radio plan.pdf")
                .body("title", equalTo("Radio plan (draft)"))
                .body("pages", equalTo(3))
                .body("kind", equalTo("DOCUMENT"))
                .body("contentType", equalTo("application/pdf"))
                .body("sources.pages", equalTo("probe"));
    }

    @Test
    void lists_a_film_container_with_sound_alone_as_sound() {
        one("talk.webm").body("kind", equalTo("AUDIO")).body("contentType", equalTo("audio/webm"));
    }

    @ParameterizedTest
    @CsvSource({
        "AUDIO,    3",
        "VIDEO,    2",
        "DOCUMENT, 1",
        "IMAGE,    1",
    })
    void filters_by_kind(String kind, int count) {
        assertThat(list("kind=" + kind).getList("items")).hasSize(count);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "weekly            | Weekly net",
                "week              | Weekly net",
                "W1AW drill        | Weekly net",
                "tues              | Weekly net",
                "GRUSSE            | ",
                "grüße             | Grüße aus dem Netz",
                "gruße             | Grüße aus dem Netz",
                "ics 205           | Radio plan (draft)",
                "ICS-205           | Radio plan (draft)",
                "basic lesson      | Passing traffic;Untagged lesson",
                "basic tra         | Passing traffic",
                "coverage.png      | coverage",
                "eekly             | ",
                "weekly nonsense   | ",
                "weekly & !drill   | Weekly net",
                "' OR 1=1 --       | ",
                "weekly:* <-> net  | Weekly net",
                "%                 | ",
            })
    void finds_items_that_have_a_word_beginning_with_each_word_typed(String typed, String titles) {
        // When
        List<String> found = MediaApi.as("USER")
                .urlEncodingEnabled(true)
                .queryParam("library", library)
                .queryParam("q", typed)
                .get("/media/items")
                .then()
                .statusCode(200)
                .extract()
                .path("items.title");

        // Then
        assertThat(found).containsExactlyInAnyOrder(titles == null ? new String[0] : titles.split(";", -1));
    }

    @Test
    void lists_newest_first_in_pages_that_miss_nothing_and_repeat_nothing() {
        // Given
        List<String> all = list("limit=200").getList("items.id");
        List<String> times = list("limit=200").getList("items.recordedAt");

        // When
        List<String> paged = new ArrayList<>();
        String next = "";
        do {
            JsonPath page = list("limit=2" + (next.isEmpty() ? "" : "&cursor=" + next));
            paged.addAll(page.getList("items.id"));
            next = page.getString("next");
            assertThat(paged).hasSizeLessThan(100);
        } while (next != null);

        // Then
        assertThat(paged).isEqualTo(all).hasSize(7).doesNotHaveDuplicates();
        // Those without a time of recording are sorted by the time of their file, which is older.
        assertThat(times.subList(0, 2)).containsExactly("2026-03-14T18:00:00Z", "2026-03-14T17:05:09Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=201",
                "limit=x",
                "cursor=nonsense",
                "cursor=MTphMTpi",
                "library=x",
                "kind=MUSIC",
                "q=0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789"
                        + "01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890"
            })
    void refuses_what_is_no_sensible_question(String query) {
        MediaApi.as("USER").get("/media/items?" + query).then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void shows_a_library_with_its_last_scan() {
        MediaApi.as("USER")
                .get("/media/libraries")
                .then()
                .statusCode(200)
                .rootPath("items.find { it.key == '" + LIBRARY + "' }")
                .body("name", equalTo(LIBRARY))
                .body("kind", equalTo("MIXED"))
                .body("status", equalTo("ONLINE"))
                .body("itemCount", equalTo(7))
                .body("lastScan.state", equalTo("DONE"))
                .body("lastScan.found", equalTo(7));
    }

    @Test
    void lists_nothing_of_a_library_that_is_not_there() {
        MediaApi.as("USER")
                .get("/media/items?library=01890a5d-ac96-774b-bcce-b302099a8057")
                .then()
                .statusCode(200)
                .body("items", empty())
                .body("next", nullValue());
    }

    @Test
    void keeps_the_sources_of_values_to_single_items() {
        list("kind=AUDIO")
                .getList("items.sources")
                .forEach(sources -> assertThat(sources).isNull());
    }

    private JsonPath list(String query) {
        return MediaApi.as("USER")
                .get("/media/items?library=" + library + "&" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse one(String fileName) {
        return MediaApi.as("USER")
                .get("/media/items/" + MediaApi.item(LIBRARY, fileName))
                .then()
                .statusCode(200);
    }
}
