package org.ectsuite.auth.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.ectsuite.auth.Person;
import org.ectsuite.testsupport.NotificationServer;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ApiKeyResourceTest {

    private static final String KEYS = "/auth/me/api-keys";
    private static final String TOKEN = "/auth/oauth/token";

    private Person person;

    @BeforeEach
    void signIn() {
        person = Person.someone();
    }

    private static Map<String, Object> wish(String... scopes) {
        return new HashMap<>(Map.of("name", "Propagation logger", "scopes", List.of(scopes), "expiresInDays", 90));
    }

    private static Response create(Person who, Map<String, Object> wish) {
        return who.api().body(wish).post(KEYS);
    }

    /** A key as its owner got it. */
    private record Key(String id, String secret) {
        static Key of(Response response) {
            return new Key(
                    response.jsonPath().getString("key.id"), response.jsonPath().getString("secret"));
        }

        static Key of(Person owner, String... scopes) {
            Response response = create(owner, wish(scopes));
            assertThat(response.statusCode()).isEqualTo(201);
            return of(response);
        }

        Response token(Map<String, String> more) {
            Map<String, String> form = new HashMap<>(more);
            form.putIfAbsent("grant_type", "client_credentials");
            return RestAssured.given()
                    .basePath("")
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParams(form)
                    .auth()
                    .preemptive()
                    .basic(id, secret)
                    .post(TOKEN);
        }

        String accessToken() {
            Response response = token(Map.of());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.jsonPath().getString("access_token");
        }
    }

    private static JsonPath claims(String token) {
        return JsonPath.from(
                new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }

    private static void isRefused(Response response) {
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.jsonPath().getString("error")).isEqualTo("invalid_client");
    }

    private static List<String> auditOf(String keyId) {
        return TestDatabase.current()
                .query("select action from audit_event where object_id = ? order by position", keyId);
    }

    // ---- Making ----

    @Test
    void makes_a_key_whose_secret_is_shown_once() {
        // When
        Response response = create(person, wish("ectlog:read", "media:read"));

        // Then
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.header("Cache-Control")).contains("no-store");
        Key key = Key.of(response);
        assertThat(key.secret()).matches("ect_[0-9A-Za-z]{49}");
        assertThat(response.jsonPath().getString("key.name")).isEqualTo("Propagation logger");
        assertThat(response.jsonPath().getList("key.scopes")).containsExactly("ectlog:read", "media:read");
        Response list = person.api().get(KEYS);
        assertThat(list.jsonPath().getList("items.id")).containsExactly(key.id());
        assertThat(list.asString()).doesNotContain(key.secret());
        assertThat(list.jsonPath().getList("grantable")).containsExactly("ectlog:read", "ectlog:write", "media:read");
        assertThat(auditOf(key.id())).containsExactly("api-key.created");
    }

    @Test
    void the_database_holds_no_secret_that_could_be_used() {
        Key key = Key.of(person, "ectlog:read");

        String hex = HexFormat.of().formatHex(key.secret().getBytes(StandardCharsets.US_ASCII));
        assertThat(TestDatabase.current().query("select k::text from api_key k where id = ?::uuid", key.id()))
                .hasSize(1)
                .noneMatch(row -> row.contains(key.secret()))
                .noneMatch(row -> row.contains(hex));
        assertThat(TestDatabase.current().query("select a::text from audit_event a where object_id = ?", key.id()))
                .isNotEmpty()
                .noneMatch(row -> row.contains(key.secret()));
    }

    @Test
    void its_owner_is_told_by_mail() {
        // When
        create(person, wish("ectlog:read"));

        // Then
        String owner = person.id().toString();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(NotificationServer.received("account-notice").stream()
                                .filter(mail ->
                                        mail.recipient().path("userId").asText().equals(owner))
                                .map(NotificationServer.Received::data)
                                .map(JsonNode::toString))
                        .hasSize(1)
                        .allMatch(data -> data.contains("\"event\":\"API_KEY_CREATED\""))
                        .allMatch(data -> data.contains("\"subject\":\"Propagation logger\"")));
    }

    @Test
    void a_person_cannot_give_a_key_more_than_he_has() {
        Response response = create(person, wish("admin:read"));

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.jsonPath().getString("code")).isEqualTo("api-key-scope-denied");
        assertThat(person.api().get(KEYS).jsonPath().getList("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"name\":\"\",\"scopes\":[\"ectlog:read\"],\"expiresInDays\":1}",
                "{\"name\":\"a\\nb\",\"scopes\":[\"ectlog:read\"],\"expiresInDays\":1}",
                "{\"name\":\"a\",\"scopes\":[],\"expiresInDays\":1}",
                "{\"name\":\"a\",\"scopes\":[null],\"expiresInDays\":1}",
                "{\"name\":\"a\",\"scopes\":[\"auth:write\"],\"expiresInDays\":1}",
                "{\"name\":\"a\",\"scopes\":[\"admin:read\",\"ectlog:write\"],\"expiresInDays\":1}",
                "{\"name\":\"a\",\"scopes\":[\"ectlog:read\"],\"expiresInDays\":0}",
                "{\"name\":\"a\",\"scopes\":[\"ectlog:read\"],\"expiresInDays\":366}",
                "{\"name\":\"a\",\"scopes\":[\"ectlog:read\"]}",
                "{\"name\":\"a\",\"scopes\":[\"ectlog:read\"],\"expiresInDays\":1,\"secret\":\"mine\"}"
            })
    void what_makes_no_sense_is_refused(String body) {
        Response response = person.api().body(body).post(KEYS);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getString("code")).isEqualTo("validation-failed");
        assertThat(person.api().get(KEYS).jsonPath().getList("items")).isEmpty();
    }

    @Test
    void nobody_hoards_keys() {
        for (int i = 0; i < 20; i++) {
            assertThat(create(person, wish("ectlog:read")).statusCode()).isEqualTo(201);
        }

        Response response = create(person, wish("ectlog:read"));

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.jsonPath().getString("code")).isEqualTo("too-many-api-keys");
    }

    // ---- Using ----

    @Test
    void a_key_gets_a_token_in_the_name_of_its_owner_within_its_scopes() {
        // Given
        Key key = Key.of(person, "ectlog:read", "ectlog:write");

        // When
        Response response = key.token(Map.of());

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getString("scope")).isEqualTo("ectlog:read ectlog:write");
        JsonPath claims = claims(response.jsonPath().getString("access_token"));
        assertThat(claims.getString("sub")).isEqualTo(person.id().toString());
        assertThat(claims.getString("sid")).isEqualTo(key.id());
        assertThat(claims.getString("client_id")).isEqualTo("api-key:" + key.id());
        assertThat(claims.getList("aud")).isEqualTo(List.of("ectlog-service"));
        assertThat(claims.getList("groups")).isEqualTo(List.of("USER"));
        assertThat(claims.getList("amr")).isEqualTo(List.of("api-key"));
        assertThat(claims.getString("acr")).isEqualTo("urn:ect:acr:api-key");
        assertThat(person.api().get(KEYS).jsonPath().getString("items[0].lastUsedAt"))
                .isNotNull();
    }

    @Test
    void a_program_can_ask_for_less() {
        Key key = Key.of(person, "ectlog:read", "media:read");

        Response response = key.token(Map.of("scope", "media:read"));

        assertThat(claims(response.jsonPath().getString("access_token")).getList("aud"))
                .isEqualTo(List.of("media-service"));
    }

    @Test
    void a_program_cannot_ask_for_more() {
        Key key = Key.of(person, "ectlog:read");

        Response response = key.token(Map.of("scope", "ectlog:write"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getString("error")).isEqualTo("invalid_scope");
    }

    @Test
    void a_key_serves_no_other_grant() {
        Response response =
                Key.of(person, "ectlog:read").token(Map.of("grant_type", "refresh_token", "refresh_token", "x"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getString("error")).isEqualTo("unauthorized_client");
    }

    @Test
    void key_and_secret_must_belong_together() {
        Key key = Key.of(person, "ectlog:read");
        Key other = Key.of(person, "ectlog:read");

        isRefused(new Key(key.id(), other.secret()).token(Map.of()));
        isRefused(new Key(UUID.randomUUID().toString(), key.secret()).token(Map.of()));
        isRefused(new Key("ectlog-service", key.secret()).token(Map.of()));
        isRefused(new Key(key.id(), key.secret().substring(0, 52) + "!").token(Map.of()));
    }

    @Test
    void an_administrators_key_reads_what_administrators_read_and_changes_nothing() {
        // Given
        Person administrator = Person.administrator();
        Key key = Key.of(administrator, "admin:read");

        // When
        String token = key.accessToken();

        // Then
        assertThat(Person.withToken(token).get("/auth/accounts").statusCode()).isEqualTo(200);
        assertThat(Person.withToken(token)
                        .body("{\"reason\":\"x\"}")
                        .put("/auth/accounts/" + person.id() + "/ban")
                        .statusCode())
                .isEqualTo(403);
        administrator.api().delete(KEYS + "/" + key.id());
    }

    @Test
    void an_administrators_key_without_that_scope_is_no_administrator() {
        Person administrator = Person.administrator();
        Key key = Key.of(administrator, "ectlog:write");

        assertThat(claims(key.accessToken()).getList("groups")).isEqualTo(List.of("USER", "LOGGER", "NCS"));
        administrator.api().delete(KEYS + "/" + key.id());
    }

    @Test
    void a_key_makes_no_keys_and_sees_no_sessions() {
        // Given
        Person administrator = Person.administrator();
        Key key = Key.of(administrator, "admin:read");

        // When
        String token = key.accessToken();

        // Then
        for (Response response : List.of(
                Person.withToken(token).body(wish("ectlog:read")).post(KEYS),
                Person.withToken(token).body(Map.of("overlapHours", 0)).post(KEYS + "/" + key.id() + "/rotation"),
                Person.withToken(token).delete(KEYS + "/" + key.id()),
                Person.withToken(token).get(KEYS),
                Person.withToken(token).get("/auth/me/sessions"),
                Person.withToken(token).delete("/auth/me/sessions"))) {
            assertThat(response.statusCode()).isEqualTo(403);
        }
        administrator.api().delete(KEYS + "/" + key.id());
    }

    // ---- Rotating ----

    @Test
    void both_secrets_are_good_during_the_overlap() {
        // Given
        Key old = Key.of(person, "ectlog:read");

        // When
        Response response = person.api().body(Map.of("overlapHours", 24)).post(KEYS + "/" + old.id() + "/rotation");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        Key renewed = Key.of(response);
        assertThat(renewed.id()).isEqualTo(old.id());
        assertThat(renewed.secret()).isNotEqualTo(old.secret());
        assertThat(old.token(Map.of()).statusCode()).isEqualTo(200);
        assertThat(renewed.token(Map.of()).statusCode()).isEqualTo(200);
        assertThat(auditOf(old.id())).containsExactly("api-key.created", "api-key.rotated");
    }

    @Test
    void the_old_secret_dies_with_the_overlap() {
        // Given
        Key old = Key.of(person, "ectlog:read");
        Key renewed = Key.of(person.api().body(Map.of("overlapHours", 1)).post(KEYS + "/" + old.id() + "/rotation"));

        // When
        TestDatabase.current()
                .update("update api_key set previous_until = now() - interval '1 minute' where id = ?::uuid", old.id());

        // Then
        isRefused(old.token(Map.of()));
        assertThat(renewed.token(Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void without_an_overlap_the_old_secret_and_its_tokens_die_at_once() {
        // Given
        Person administrator = Person.administrator();
        Key old = Key.of(administrator, "admin:read");
        String token = old.accessToken();

        // When
        administrator.api().body(Map.of("overlapHours", 0)).post(KEYS + "/" + old.id() + "/rotation");

        // Then
        isRefused(old.token(Map.of()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                Person.withToken(token).get("/auth/accounts").statusCode())
                        .isEqualTo(401));
        administrator.api().delete(KEYS + "/" + old.id());
    }

    // ---- Ending ----

    @Test
    void a_revoked_key_and_its_tokens_open_nothing() {
        // Given
        Person administrator = Person.administrator();
        Key key = Key.of(administrator, "admin:read");
        String token = key.accessToken();

        // When
        Response response = administrator.api().delete(KEYS + "/" + key.id());

        // Then
        assertThat(response.statusCode()).isEqualTo(204);
        isRefused(key.token(Map.of()));
        assertThat(administrator.api().get(KEYS).jsonPath().getList("items.id")).doesNotContain(key.id());
        assertThat(auditOf(key.id())).containsExactly("api-key.created", "api-key.revoked");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                Person.withToken(token).get("/auth/accounts").statusCode())
                        .isEqualTo(401));
    }

    @Test
    void an_expired_key_opens_nothing() {
        Key key = Key.of(person, "ectlog:read");

        TestDatabase.current()
                .update(
                        "update api_key set created_at = now() - interval '2 days', expires_at = now() - interval '1 second'"
                                + " where id = ?::uuid",
                        key.id());

        isRefused(key.token(Map.of()));
    }

    @Test
    void the_key_of_a_suspended_person_opens_nothing() {
        Key key = Key.of(person, "ectlog:read");

        Person.administrator().api().body(Map.of("reason", "Test")).put("/auth/accounts/" + person.id() + "/ban");

        isRefused(key.token(Map.of()));
    }

    @Test
    void nobody_sees_or_ends_the_keys_of_others() {
        Key key = Key.of(Person.someone(), "ectlog:read");

        assertThat(person.api().get(KEYS).jsonPath().getList("items")).isEmpty();
        assertThat(person.api().delete(KEYS + "/" + key.id()).statusCode()).isEqualTo(404);
        assertThat(person.api()
                        .body(Map.of("overlapHours", 0))
                        .post(KEYS + "/" + key.id() + "/rotation")
                        .statusCode())
                .isEqualTo(404);
        assertThat(key.token(Map.of()).statusCode()).isEqualTo(200);
    }
}
