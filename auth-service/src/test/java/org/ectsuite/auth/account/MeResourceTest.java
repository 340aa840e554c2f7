package org.ectsuite.auth.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ectsuite.auth.Person;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
    void name_zone_and_locale_may_not_be_missing(String member) {
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
    void keeps_gmrs_and_earlier_callsigns_and_a_location() {
        // Given
        Map<String, Object> body = profile(freshCallsign());
        body.put("gmrsCallsign", "wrab123");
        body.put("earlierCallsigns", List.of("kb1old", "WN1ZZZ"));
        body.put("location", Map.of("place", " Shelter 3 ", "grid", "fn31PR"));

        // When
        put(person, body);

        // Then
        JsonPath me = person.api().get("/auth/me").jsonPath();
        assertThat(me.getString("gmrsCallsign")).isEqualTo("WRAB123");
        assertThat(me.<String>getList("earlierCallsigns")).containsExactly("KB1OLD", "WN1ZZZ");
        assertThat(me.getString("location.place")).isEqualTo("Shelter 3");
        assertThat(me.getString("location.grid")).isEqualTo("FN31pr");
        assertThat(me.getString("location.latitude")).isNull();
    }

    @Test
    void takes_coordinates_in_place_of_a_locator() {
        Map<String, Object> body = profile(freshCallsign());
        body.put("location", Map.of("latitude", -33.856789, "longitude", 151));

        Response response = put(person, body);

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.jsonPath().getDouble("location.latitude")).isEqualTo(-33.8568);
        assertThat(response.jsonPath().getDouble("location.longitude")).isEqualTo(151);
    }

    @Test
    void a_place_has_200_characters_and_there_are_ten_earlier_callsigns_at_most() {
        Map<String, Object> body = profile(freshCallsign());
        body.put("location", Map.of("place", "x".repeat(200)));
        body.put(
                "earlierCallsigns",
                IntStream.range(10, 20).mapToObj(i -> "W1AW/ABCDEFGHIJKLM" + i).toList());

        Response response = put(person, body);

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.jsonPath().getString("location.place")).hasSize(200);
        assertThat(response.jsonPath().<String>getList("earlierCallsigns"))
                .hasSize(10)
                .allSatisfy(call -> assertThat(call).hasSize(20));
    }

    @Test
    void what_is_not_said_again_is_taken_away() {
        Map<String, Object> body = profile(freshCallsign());
        body.put("gmrsCallsign", "KAE1234");
        body.put("earlierCallsigns", List.of("KB1OLD"));
        body.put("location", Map.of("place", "Shelter 3"));
        put(person, body);

        Response response = put(person, profile(freshCallsign()));

        assertThat(response.jsonPath().getString("gmrsCallsign")).isNull();
        assertThat(response.jsonPath().getList("earlierCallsigns")).isEmpty();
        assertThat(response.jsonPath().getString("location")).isNull();
    }

    @Test
    void a_family_shares_its_gmrs_callsign() {
        Map<String, Object> body = profile(freshCallsign());
        body.put("gmrsCallsign", "WRAB123");
        put(Person.someone(), body);
        body.put("callsign", freshCallsign());

        assertThat(put(person, body).jsonPath().getString("gmrsCallsign")).isEqualTo("WRAB123");
    }

    static Stream<Arguments> misfits() {
        return Stream.of(
                arguments("gmrsCallsign", "gmrsCallsign", "W1AW"),
                arguments("gmrsCallsign", "gmrsCallsign", "WRAB1234"),
                arguments("earlierCallsigns", "earlierCallsigns", List.of("W1-AW")),
                arguments("earlierCallsigns", "earlierCallsigns", List.of("W1AW", "w1aw")),
                arguments("earlierCallsigns", "earlierCallsigns", Collections.nCopies(11, "W1AW")),
                arguments("earlierCallsigns", "earlierCallsigns[0]", List.of("X".repeat(21))),
                arguments("location", "location.place", Map.of("place", "x".repeat(201))),
                arguments("location", "location.place", Map.of("place", "a\nb")),
                arguments("location", "location.grid", Map.of("grid", "ZZ99")),
                arguments("location", "location.grid", Map.of("grid", "FN31", "latitude", 1, "longitude", 1)),
                arguments("location", "location.latitude", Map.of("latitude", 91, "longitude", 1)),
                arguments("location", "location.longitude", Map.of("latitude", 1)));
    }

    @ParameterizedTest
    @MethodSource("misfits")
    void refuses_what_does_not_fit(String member, String field, Object value) {
        Map<String, Object> body = profile(freshCallsign());
        body.put(member, value);

        Response response = put(person, body);

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
        assertThat(response.jsonPath().getList("errors.field")).containsExactly(field);
        assertThat(person.api().get("/auth/me").jsonPath().getString("name")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"latitude\": 1e400, \"longitude\": 1}",
                "{\"latitude\": \"NaN\", \"longitude\": 1}",
                "{\"altitude\": 1}",
                "[]",
                "\"FN31\""
            })
    void refuses_a_location_of_another_shape(String location) {
        String tag = person.api().get("/auth/me").header("ETag");

        Response response = person.api()
                .header("If-Match", tag)
                .body("{\"name\": \"Ann\", \"zone\": \"UTC\", \"locale\": \"en\", \"location\": " + location + "}")
                .put("/auth/me");

        assertThat(response.statusCode()).as(response.asString()).isEqualTo(400);
    }

    @Test
    void the_audit_trail_tells_that_a_location_changed_and_not_where_it_is() {
        // Given
        Map<String, Object> body = profile(freshCallsign());
        body.put("location", Map.of("place", "Hidden Hollow", "grid", "FN31pr"));

        // When
        put(person, body);
        body.put("location", Map.of("place", "Hidden Hollow", "grid", "FN32"));
        put(person, body);
        put(person, body);

        // Then
        assertThat(TestDatabase.current()
                        .query(
                                "select concat_ws(' ', before->>'located', after->>'located', after->>'locationChanged')"
                                        + " from audit_event where action = 'account.profile-changed' and object_id = ?"
                                        + " order by position",
                                person.id().toString()))
                .containsExactly("false true true", "true true true", "true true false");
        assertThat(TestDatabase.current()
                        .query(
                                "select 1 from audit_event where object_id = ? and"
                                        + " concat(before, after) ~* 'hidden|fn3'",
                                person.id().toString()))
                .isEmpty();
    }

    @Test
    void is_closed_without_a_token() {
        assertThat(Person.anonymous().get("/auth/me").statusCode()).isEqualTo(401);
        assertThat(Person.anonymous().body(profile("W1AW")).put("/auth/me").statusCode())
                .isEqualTo(401);
    }
}
