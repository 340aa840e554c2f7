package org.ectsuite.notification.announcement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.asAdmin;
import static org.ectsuite.notification.SendRequests.asService;
import static org.ectsuite.notification.SendRequests.key;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestDatabase;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AnnouncementResourceTest {

    private static final Duration SOON = Duration.ofSeconds(40);

    private final SmtpServer relay = SmtpServer.current();
    private final String title = "Exercise " + UUID.randomUUID();
    private final List<AuthServer.Person> people = List.of(person("ann"), person("ben"), person("cleo"));

    @BeforeEach
    void forget() {
        relay.forget();
        AuthServer.members("USER", people.toArray(AuthServer.Person[]::new));
    }

    @AfterEach
    void reconnect() {
        AuthServer.reconnect();
    }

    private static AuthServer.Person person(String name) {
        String who = name + "-" + UUID.randomUUID();
        return AuthServer.person(who, name, who + "@example.org");
    }

    @Test
    void writes_to_each_member_once_and_tells_how_far_it_has_come() {
        // When
        String id = make(key(), request())
                .statusCode(201)
                .body("title", is(title))
                .body("audience", is("EVERYBODY"))
                .body("progress.waiting", is(3))
                .extract()
                .path("id");

        // Then
        awaitProgress(id, "sent", 3);
        for (AuthServer.Person person : people) {
            assertThat(relay.mailsTo(String.valueOf(person.email())))
                    .singleElement()
                    .satisfies(mail -> {
                        assertThat(mail.subject()).isEqualTo(title);
                        assertThat(mail.text()).contains("At nine.").contains("all operators");
                        assertThat(mail.header("List-Unsubscribe"))
                                .singleElement()
                                .asString()
                                .contains("/notification/unsubscribe/");
                    });
        }
        asAdmin().get("/announcements").then().statusCode(200).body("items.id", hasItem(id));
        assertThat(TestDatabase.current()
                        .query("select count(*) from announcement where id = ?::uuid and sealed is not null", id))
                .as("what it says is not kept")
                .containsExactly("0");
        assertThat(TestDatabase.current()
                        .query(
                                "select action || ' ' || (after ->> 'recipients') from audit_event where object_id = ?",
                                id))
                .containsExactly("announcement.made 3");
    }

    @Test
    void counts_who_does_not_want_any() {
        // Given
        AuthServer.Person silent = people.getFirst();
        RestAssured.given()
                .auth()
                .oauth2(TestTokens.user(silent.id()).roles("USER").sign())
                .header("If-Match", "\"0\"")
                .contentType("application/json")
                .body(Map.of("enabled", true, "kinds", Map.of("announcement", false), "lists", List.of()))
                .put("/me/preferences")
                .then()
                .statusCode(200);

        // When
        String id = make(key(), request()).statusCode(201).extract().path("id");

        // Then
        awaitProgress(id, "sent", 2);
        awaitProgress(id, "kept", 1);
        assertThat(relay.mailsTo(String.valueOf(silent.email()))).isEmpty();
    }

    @Test
    void makes_one_announcement_of_a_request_that_is_repeated() {
        // Given
        String key = key();
        String id = make(key, request()).statusCode(201).extract().path("id");

        // When
        make(key, request()).statusCode(201).body("id", is(id));

        // Then
        awaitProgress(id, "sent", 3);
        assertThat(relay.mailsTo(String.valueOf(people.getFirst().email()))).hasSize(1);
    }

    @Test
    void shows_what_it_would_say_and_to_how_many_and_sends_nothing() {
        // When
        asAdmin()
                .contentType("application/json")
                .body(request())
                .post("/announcements/preview")
                .then()
                .statusCode(200)
                .body("recipients", is(3))
                .body("subject", is(title))
                .body("text", containsString("At nine."));

        // Then
        assertThat(TestDatabase.current().query("select id::text from announcement where title = ?", title))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGGERS", "NET_CONTROLS", "ADMINISTRATORS"})
    void goes_to_nobody_where_there_is_nobody(String audience) {
        // Given
        Map<String, Object> request = request();
        request.put("audience", audience);

        // Then
        make(key(), request).statusCode(400).body("errors.field", contains("audience"));
    }

    @Test
    void makes_nothing_while_nobody_knows_whom_it_is_for() {
        // Given
        AuthServer.disconnect();

        // When
        ValidatableResponse answer = make(key(), request());

        // Then
        answer.statusCode(503);
        assertThat(TestDatabase.current().query("select id::text from announcement where title = ?", title))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"audience\": \"FRIENDS\", \"title\": \"a\", \"text\": \"b\"}",
                "{\"audience\": \"EVERYBODY\", \"title\": \"\", \"text\": \"b\"}",
                "{\"audience\": \"EVERYBODY\", \"title\": \"a\\r\\nBcc: x@example.org\", \"text\": \"b\"}",
                "{\"audience\": \"EVERYBODY\", \"title\": \"a\", \"text\": \" \\n \"}",
                "{\"audience\": \"EVERYBODY\", \"title\": \"a\"}",
                "{\"audience\": \"EVERYBODY\", \"title\": \"a\", \"text\": \"b\", \"cc\": \"c\"}",
                "{\"title\": \"a\", \"text\": \"b\"}"
            })
    void refuses_what_does_not_fit(String body) {
        asAdmin()
                .contentType("application/json")
                .body(body)
                .post("/announcements")
                .then()
                .statusCode(400);
        asAdmin()
                .contentType("application/json")
                .body(body)
                .post("/announcements/preview")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USER", "LOGGER", "NCS"})
    void is_for_administrators_alone(String role) {
        String who = TestTokens.user("mallory").roles(role).sign();
        for (String path : List.of("/announcements", "/announcements/preview")) {
            RestAssured.given()
                    .auth()
                    .oauth2(who)
                    .contentType("application/json")
                    .body(request())
                    .post(path)
                    .then()
                    .statusCode(403);
        }
        RestAssured.given().auth().oauth2(who).get("/announcements").then().statusCode(403);
        asService("ectlog-service").get("/announcements").then().statusCode(403);
        assertThat(TestDatabase.current().query("select id::text from announcement where title = ?", title))
                .isEmpty();
    }

    @Test
    void knows_no_announcement_of_another_id() {
        asAdmin().get("/announcements/" + UUID.randomUUID()).then().statusCode(404);
        asAdmin().queryParam("cursor", "x").get("/announcements").then().statusCode(400);
    }

    private Map<String, Object> request() {
        return new HashMap<>(Map.of("audience", "EVERYBODY", "title", title, "text", "We meet.\n\nAt nine."));
    }

    private static ValidatableResponse make(String key, Map<String, Object> request) {
        return asAdmin()
                .header("Idempotency-Key", key)
                .contentType("application/json")
                .body(request)
                .post("/announcements")
                .then();
    }

    private static void awaitProgress(String id, String member, int count) {
        Awaitility.await(member).atMost(SOON).until(() -> {
            int reached = asAdmin().get("/announcements/" + id).then().extract().path("progress." + member);
            return reached == count;
        });
    }
}
