package org.ectsuite.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.auth.Person;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MeResourceTest {

    private Person person;

    @BeforeEach
    void signIn() {
        person = Person.someone();
    }

    private static String freshCallsign() {
        return "T"
                + Integer.toString(Math.floorMod(UUID.randomUUID().hashCode(), 60_000_000), 36)
                        .toUpperCase(Locale.ROOT) + "X";
    }

    private static Map<String, Object> profile(String callsign) {
        return new HashMap<>(
                Map.of("name", "Ann Lee", "callsign", callsign, "zone", "Europe/Berlin", "locale", "de-AT"));
    }

    private static Response put(Person who, Object body) {
        String tag = who.api().get("/auth/me").header("ETag");
        return who.api().header("If-Match", tag).body(body).put("/auth/me");
    }

    @Test
    void a_newcomer_has_an_address_and_nothing_else() {
        Response response = person.api().get("/auth/me");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getString("id")).isEqualTo(person.id().toString());
        assertThat(response.jsonPath().getString("email")).isEqualTo(person.email());
        assertThat(response.jsonPath().getString("name")).isEmpty();
        assertThat(response.jsonPath().getString("callsign")).isNull();
        assertThat(response.jsonPath().getString("zone")).isEqualTo("UTC");
        assertThat(response.jsonPath().getString("role")).isEqualTo("USER");
        assertThat(response.header("ETag")).isEqualTo("\"" + response.jsonPath().getLong("version") + "\"");
    }

    @Test
    void writes_a_profile_that_the_next_token_shows() {
        // Given
        String callsign = freshCallsign();

        // When
        Response response = put(person, profile(" " + callsign.toLowerCase(Locale.ROOT) + " "));

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getString("callsign")).isEqualTo(callsign);
        assertThat(response.jsonPath().getString("locale")).isEqualTo("de-AT");
        assertThat(person.renew().claim("name")).isEqualTo("Ann Lee");
        assertThat(person.claim("callsign")).isEqualTo(callsign);
        assertThat(TestDatabase.current()
                        .query(
                                "select after->>'name' from audit_event where action = 'account.profile-changed' and object_id = ?",
                                person.id().toString()))
                .containsExactly("Ann Lee");
    }

    @Test
    void a_callsign_belongs_to_one_account() {
        // Given
        String callsign = freshCallsign();
        assertThat(put(Person.someone(), profile(callsign)).statusCode()).isEqualTo(200);

        // When
        Response response = put(person, profile(callsign.toLowerCase(Locale.ROOT)));

        // Then
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.jsonPath().getString("code")).isEqualTo("callsign-taken");
        assertThat(response.asString()).doesNotContainIgnoringCase("constraint");
        assertThat(person.api().get("/auth/me").jsonPath().getString("name")).isEmpty();
    }

    @Test
    void a_callsign_can_be_given_up() {
        String callsign = freshCallsign();
        put(person, profile(callsign));
        Map<String, Object> without = profile(callsign);
        without.remove("callsign");

        Response response = put(person, without);

        assertThat(response.jsonPath().getString("callsign")).isNull();
        assertThat(put(Person.someone(), profile(callsign)).statusCode()).isEqualTo(200);
    }

    @Test
    void is_written_to_the_version_that_was_seen() {
        put(person, profile(freshCallsign()));

        Response stale = person.api()
                .header("If-Match", "\"0\"")
                .body(profile(freshCallsign()))
                .put("/auth/me");
        Response blind = person.api().body(profile(freshCallsign())).put("/auth/me");

        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(blind.statusCode()).isEqualTo(428);
    }

    @Test
    void nobody_gives_himself_a_role_or_another_address() {
        for (String member : List.of("role", "email", "id", "version", "banReason")) {
            Map<String, Object> body = profile(freshCallsign());
            body.put(member, "ADMIN");

            assertThat(put(person, body).statusCode()).as(member).isEqualTo(400);
        }
        assertThat(person.renew().claim("groups")).isEqualTo("[USER]");
    }

    @Test
    void a_name_has_100_characters_at_most() {
        Map<String, Object> body = profile(freshCallsign());
        body.put("name", "x".repeat(101));
        assertThat(put(person, body).statusCode()).isEqualTo(400);

        body.put("name", "x".repeat(100));
        assertThat(put(person, body).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "zone", "locale"})
    void nothing_but_the_callsign_may_be_missing(String member) {
        Map<String, Object> body = profile(freshCallsign());
        body.remove(member);

        Response response = put(person, body);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getList("errors.field")).containsExactly(member);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB", "W1-AW", "АA1GM", "123456789012345678901"})
    void refuses_what_is_no_callsign(String callsign) {
        Response response = put(person, profile(callsign));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.jsonPath().getList("errors.field")).containsExactly("callsign");
    }

    @Test
    void is_closed_without_a_token() {
        assertThat(Person.anonymous().get("/auth/me").statusCode()).isEqualTo(401);
        assertThat(Person.anonymous().body(profile("W1AW")).put("/auth/me").statusCode())
                .isEqualTo(401);
    }
}
