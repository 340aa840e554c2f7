package org.ectsuite.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnSessionsResourceTest {

    private static final String SESSIONS = "/auth/me/sessions";
    private static final String PHONE =
            "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36";

    private Person person;
    private Browser phone;

    @BeforeEach
    void signInTwice() {
        person = Person.someone();
        phone = Person.signIn(person.email(), new Browser().userAgent(PHONE));
    }

    private static String endOf(String sessionId) {
        return TestDatabase.current()
                .query("select end_reason from session where id = ?::uuid", sessionId)
                .getFirst();
    }

    private String other() {
        return person.api().get(SESSIONS).jsonPath().getString("items.find { !it.current }.id");
    }

    @Test
    void shows_each_browser_and_marks_the_present_one() {
        // When
        Response response = person.api().get(SESSIONS);

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Cache-Control")).contains("no-store");
        assertThat(response.jsonPath().getList("items.device"))
                .containsExactlyInAnyOrder("Firefox on Linux", "Chrome on Android");
        assertThat(response.jsonPath().getString("items.find { it.current }.id"))
                .isEqualTo(person.claim("sid"));
        assertThat(response.jsonPath().getList("items.lastUsedAt")).doesNotContainNull();
    }

    @Test
    void shows_nobody_elses() {
        assertThat(Person.someone().api().get(SESSIONS).jsonPath().getList("items"))
                .hasSize(1);
    }

    @Test
    void ends_one_of_them_with_all_its_tokens() {
        // Given
        String other = other();
        String token = phone.token().jsonPath().getString("access_token");

        // When
        Response response = person.api().delete(SESSIONS + "/" + other);

        // Then
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(phone.token().statusCode()).isEqualTo(401);
        assertThat(person.browser().token().statusCode()).isEqualTo(200);
        assertThat(endOf(other)).isEqualTo("REVOKED");
        assertThat(TestDatabase.current()
                        .query(
                                "select actor_subject from audit_event where action = 'session.ended' and object_id = ?",
                                other))
                .containsExactly(person.id().toString());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(Person.withToken(token).get("/auth/me").statusCode())
                                .isEqualTo(401));
    }

    @Test
    void ends_all_others_and_keeps_the_present_one() {
        // Given
        Browser third = Person.signIn(person.email(), new Browser());

        // When
        Response response = person.api().delete(SESSIONS);

        // Then
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(phone.token().statusCode()).isEqualTo(401);
        assertThat(third.token().statusCode()).isEqualTo(401);
        assertThat(person.renew().api().get(SESSIONS).jsonPath().getList("items"))
                .hasSize(1);
    }

    @Test
    void nobody_ends_the_sessions_of_others() {
        Person stranger = Person.someone();

        assertThat(stranger.api().delete(SESSIONS + "/" + other()).statusCode()).isEqualTo(404);
        assertThat(phone.token().statusCode()).isEqualTo(200);
    }

    @Test
    void what_has_ended_cannot_be_ended_again() {
        String other = other();
        person.api().delete(SESSIONS + "/" + other);

        assertThat(person.api().delete(SESSIONS + "/" + other).statusCode()).isEqualTo(404);
        assertThat(person.api().get(SESSIONS).jsonPath().getList("items")).hasSize(1);
    }
}
