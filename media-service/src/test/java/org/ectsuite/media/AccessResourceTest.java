package org.ectsuite.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.ectsuite.media.metadata.SampleFiles;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who sees what: two libraries, one for everybody and one for net control stations, through every door there is. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessResourceTest {

    private static final String PHOTO = "Mast on the hill.jpg";

    private String openItem = "";
    private String closedItem = "";

    // Once, but only now: before all tests of a class the address of the service is not known yet.
    @BeforeEach
    void catalogueOnePhotoInEachLibrary() {
        if (!openItem.isEmpty()) {
            return;
        }
        for (String library : List.of("everybody", "net-control")) {
            MediaApi.put(library, PHOTO, SampleFiles.photo());
            assertThat(MediaApi.scan(library).getString("state")).isEqualTo("DONE");
        }
        openItem = MediaApi.item("everybody", PHOTO);
        closedItem = MediaApi.item("net-control", PHOTO);
    }

    @ParameterizedTest
    @CsvSource({"USER, false", "LOGGER, false", "NCS, true", "ADMIN, true"})
    void shows_a_library_and_all_in_it_to_its_roles_alone(String role, boolean mayAll) {
        int closed = mayAll ? 200 : 404;

        // Libraries
        MediaApi.as(role)
                .get("/media/libraries")
                .then()
                .statusCode(200)
                .body("items.key", hasItem("everybody"))
                .body("items.key", mayAll ? hasItem("net-control") : not(hasItem("net-control")));

        // Lists and searches, of all libraries and of the one
        for (String query : List.of("", "&q=mast", "&kind=IMAGE", "&library=" + MediaApi.library("net-control"))) {
            MediaApi.as(role)
                    .get("/media/items?limit=200" + query)
                    .then()
                    .statusCode(200)
                    .body("items.id", mayAll ? hasItem(closedItem) : not(hasItem(closedItem)));
        }
        MediaApi.as(role).get("/media/items?limit=200&q=mast").then().body("items.id", hasItem(openItem));

        // One item
        for (String path : List.of("", "/content", "/thumbnail")) {
            MediaApi.as(role).get("/media/items/" + openItem + path).then().statusCode(200);
            MediaApi.as(role).get("/media/items/" + closedItem + path).then().statusCode(closed);
        }
        MediaApi.as(role).head("/media/items/" + closedItem + "/content").then().statusCode(closed);
        MediaApi.as(role).post("/media/items/" + closedItem + "/ticket").then().statusCode(closed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/content", "/thumbnail", "/ticket"})
    void answers_about_what_one_may_not_see_as_about_what_is_not_there(String path) {
        // When
        ValidatableResponse hidden = request(path, closedItem);
        ValidatableResponse absent = request(path, UUID.randomUUID().toString());

        // Then
        for (ValidatableResponse response : List.of(hidden, absent)) {
            response.statusCode(404)
                    .contentType("application/problem+json")
                    .body("code", equalTo("not-found"))
                    .body("detail", equalTo("There is no such item."));
        }
    }

    private static ValidatableResponse request(String path, String item) {
        String url = "/media/items/" + item + path;
        return path.equals("/ticket")
                ? MediaApi.as("USER").post(url).then()
                : MediaApi.as("USER").get(url).then();
    }

    @ParameterizedTest
    @CsvSource({"USER, false", "LOGGER, false", "NCS, true", "ADMIN, true"})
    void tells_where_a_picture_was_taken_to_net_control_alone(String role, boolean shown) {
        String library = MediaApi.library("everybody");

        // When
        ValidatableResponse one =
                MediaApi.as(role).get("/media/items/" + openItem).then();
        ValidatableResponse list =
                MediaApi.as(role).get("/media/items?library=" + library).then();

        // Then
        one.body("position", shown ? notNullValue() : nullValue());
        list.body("items.find { it.id == '" + openItem + "' }.position", shown ? notNullValue() : nullValue());
        one.body("recordedAt", equalTo("2026-03-14T18:05:09Z"));
        if (shown) {
            one.body("position", equalTo(Map.of("latitude", 48.25f, "longitude", -16.5f)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "LOGGER", "NCS"})
    void lets_administrators_alone_scan(String role) {
        // Given
        String library = MediaApi.library("everybody");
        String scan = MediaApi.libraryView("everybody").getString("lastScan.id");

        // Then
        MediaApi.as(role).post("/media/libraries/" + library + "/scans").then().statusCode(403);
        MediaApi.as(role).get("/media/scans/" + scan).then().statusCode(403);
        MediaApi.as(role).get("/media/scans/" + scan + "/errors").then().statusCode(403);
        MediaApi.as("ADMIN").get("/media/scans/" + scan).then().statusCode(200);
        MediaApi.as("ADMIN").get("/media/scans/" + scan + "/errors").then().statusCode(200);
    }

    @Test
    void lets_no_service_in() {
        // Given a token without any role
        TestTokens service = TestTokens.service("ectlog-service");

        // Then
        for (String path : List.of("/libraries", "/items", "/items/" + openItem, "/items/" + openItem + "/content")) {
            MediaApi.as(service).get("/media" + path).then().statusCode(403);
        }
    }

    @Test
    void refuses_tokens_that_are_not_for_it() {
        for (String token : List.of(
                TestTokens.user().audience("ectlog-service").sign(),
                TestTokens.user().expired().sign(),
                TestTokens.user().signWithForgedKey(),
                TestTokens.user().unsigned())) {
            for (String path :
                    List.of("/items", "/items/" + openItem + "/content", "/items/" + openItem + "/thumbnail")) {
                MediaApi.anybody()
                        .header("Authorization", "Bearer " + token)
                        .get("/media" + path)
                        .then()
                        .statusCode(401)
                        .header("WWW-Authenticate", containsString("Bearer"));
            }
        }
    }

    @Test
    void takes_no_token_out_of_the_query() {
        MediaApi.anybody()
                .get("/media/items/" + openItem + "/content?access_token="
                        + TestTokens.user().sign())
                .then()
                .statusCode(401);
    }

    @Test
    void refuses_somebody_within_seconds_of_a_revocation() {
        // Given
        TestTokens banned = TestTokens.user();
        MediaApi.as(banned).get("/media/items/" + openItem + "/content").then().statusCode(200);

        // When
        AuthServer.revokeSubject(subjectOf(banned));

        // Then
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> MediaApi.as(banned)
                                .get("/media/items/" + openItem + "/content")
                                .statusCode()
                        == 401);
        MediaApi.as("USER").get("/media/items/" + openItem + "/content").then().statusCode(200);
    }

    private static String subjectOf(TestTokens token) {
        String payload = token.sign().split("\\.", -1)[1];
        return JsonPath.from(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8))
                .getString("sub");
    }
}
