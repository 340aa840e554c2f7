package org.ectsuite.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.ectsuite.media.metadata.SampleFiles;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Tickets for players that send no token. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TicketResourceTest {

    private String item = "";

    // Once, but only now: before all tests of a class the address of the service is not known yet.
    @BeforeEach
    void catalogueFiles() {
        if (!item.isEmpty()) {
            return;
        }
        MediaApi.put("tickets", "photo.jpg", SampleFiles.photo());
        MediaApi.put("tickets", "other.pdf", SampleFiles.form());
        MediaApi.scan("tickets");
        item = MediaApi.item("tickets", "photo.jpg");
    }

    @Test
    void opens_content_and_thumbnail_of_its_item_without_a_token() {
        // When
        JsonPath ticket = ticket(TestTokens.user());

        // Then
        String url = ticket.getString("url");
        assertThat(url).startsWith("/media/items/" + item + "/content?ticket=");
        assertThat(Instant.parse(ticket.getString("expiresAt")))
                .isBetween(
                        Clock.systemUTC().instant().plus(Duration.ofMinutes(115)),
                        Clock.systemUTC().instant().plus(Duration.ofMinutes(121)));
        assertThat(open(url)).isEqualTo(200);
        assertThat(MediaApi.anybody().head(url).statusCode()).isEqualTo(200);
        assertThat(MediaApi.anybody().header("Range", "bytes=0-1").get(url).statusCode())
                .isEqualTo(206);
        assertThat(open(url.replace("/content?", "/thumbnail?"))).isEqualTo(200);
    }

    @Test
    void opens_nothing_else() {
        // Given
        String url = ticket(TestTokens.user()).getString("url");
        String other = MediaApi.item("tickets", "other.pdf");

        // Then
        assertThat(open(url.replace(item, other))).isEqualTo(401);
        assertThat(open(url.replace("/content?", "?"))).isEqualTo(401);
        assertThat(open("/media/items" + url.substring(url.indexOf('?')))).isEqualTo(401);
        assertThat(open("/media/libraries" + url.substring(url.indexOf('?')))).isEqualTo(401);
    }

    @Test
    void opens_nothing_when_it_was_tampered_with() {
        // Given
        String url = ticket(TestTokens.user()).getString("url");
        char last = url.charAt(url.length() - 10);

        // Then
        assertThat(open(url.substring(0, url.length() - 10)
                        + (last == 'A' ? 'B' : 'A')
                        + url.substring(url.length() - 9)))
                .isEqualTo(401);
        assertThat(open(url.substring(0, url.length() - 4))).isEqualTo(401);
        assertThat(open(url.substring(0, url.indexOf('=') + 1) + "nonsense")).isEqualTo(401);
        assertThat(open(url.substring(0, url.indexOf('=') + 1))).isEqualTo(401);
        assertThat(open(url + "x".repeat(3_000))).isEqualTo(400);
    }

    @Test
    void is_not_made_up_for_by_a_token_beside_it() {
        // Given somebody who may see the item, with a ticket that is not valid
        int status = MediaApi.as("USER")
                .get("/media/items/" + item + "/content?ticket=nonsense")
                .statusCode();

        // Then
        assertThat(status).isEqualTo(401);
    }

    @Test
    void dies_with_the_session_and_with_no_other() {
        // Given two people, each with a ticket
        UUID session = UUID.randomUUID();
        String leaving = ticket(TestTokens.user().session(session)).getString("url");
        String staying = ticket(TestTokens.user()).getString("url");
        assertThat(open(leaving)).isEqualTo(200);

        // When
        AuthServer.revokeSession(session);

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> open(leaving) == 401);
        assertThat(open(staying)).isEqualTo(200);
    }

    @Test
    void dies_with_a_change_of_role_though_new_tickets_are_given() {
        // Given
        UUID person = UUID.randomUUID();
        String before = ticket(TestTokens.user(person).issuedBefore(Duration.ofMinutes(1)))
                .getString("url");
        assertThat(open(before)).isEqualTo(200);

        // When
        AuthServer.revokeSubjectBefore(
                person.toString(), Clock.systemUTC().instant().minusSeconds(30));

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> open(before) == 401);
        assertThat(open(ticket(TestTokens.user(person)).getString("url"))).isEqualTo(200);
    }

    @Test
    void sees_what_its_person_could_see() {
        // Given an item for net control stations
        MediaApi.put("net-control", "ticketed.pdf", SampleFiles.form());
        MediaApi.scan("net-control");
        String closed = MediaApi.item("net-control", "ticketed.pdf");

        // Then
        MediaApi.as("USER").post("/media/items/" + closed + "/ticket").then().statusCode(404);
        String url = MediaApi.as("NCS")
                .post("/media/items/" + closed + "/ticket")
                .then()
                .statusCode(200)
                .extract()
                .path("url");
        assertThat(open(url)).isEqualTo(200);
    }

    @Test
    void is_given_to_nobody_without_a_token() {
        MediaApi.anybody().post("/media/items/" + item + "/ticket").then().statusCode(401);
        MediaApi.as("USER")
                .post("/media/items/" + UUID.randomUUID() + "/ticket")
                .then()
                .statusCode(404)
                .body("code", equalTo("not-found"));
    }

    @Test
    void appears_in_no_log() throws IOException {
        // Given
        String url = ticket(TestTokens.user()).getString("url");
        String ticket = url.substring(url.indexOf('=') + 1);

        // When it is used well, badly, and for a file that makes the service fail
        open(url);
        open(url.replace(item, UUID.randomUUID().toString()));
        MediaApi.anybody().header("Range", "bytes=99999999-").get(url);
        MediaApi.anybody().post(url);

        // Then
        assertThat(Files.readString(LibraryFoldersResource.logFile()))
                .isNotEmpty()
                .doesNotContain(ticket)
                .doesNotContain(ticket.substring(0, 40));
    }

    private JsonPath ticket(TestTokens person) {
        return MediaApi.as(person)
                .post("/media/items/" + item + "/ticket")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static int open(String url) {
        return MediaApi.anybody().get(url).statusCode();
    }
}
