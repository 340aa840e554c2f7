package org.ectsuite.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.RelyingParty;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class KeysResourceTest {

    private static final String PATH = "/auth/admin/keys";

    private static List<Map<String, Object>> keys(String state) {
        return Person.administrator()
                .api()
                .get(PATH)
                .jsonPath()
                .getList("items.findAll { it.state == '" + state + "' }");
    }

    private static List<String> published() {
        return Person.anonymous().get("/auth/jwks").jsonPath().getList("keys.kid");
    }

    private static List<String> kids(List<Map<String, Object>> keys) {
        return keys.stream().map(key -> String.valueOf(key.get("kid"))).toList();
    }

    @Test
    void shows_the_key_of_each_kind_that_signs_and_until_when() {
        Response list = Person.administrator().api().get(PATH);

        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(keys("ACTIVE")).extracting(key -> key.get("algorithm")).containsExactlyInAnyOrder("ES256", "RS256");
        assertThat(keys("ACTIVE"))
                .allSatisfy(key -> assertThat(Instant.parse(String.valueOf(key.get("changesAt"))))
                        .isAfter(Instant.parse(String.valueOf(key.get("activeAt")))));
        assertThat(list.asString()).doesNotContain("private").doesNotContain("\"d\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/rotation", "/revocation"})
    void only_administrators_touch_keys(String deed) {
        List<String> before = published();

        assertThat(Person.someone().api().get(PATH).statusCode()).isEqualTo(403);
        assertThat(Person.someone().api().post(PATH + deed).statusCode()).isEqualTo(403);
        assertThat(Person.anonymous().post(PATH + deed).statusCode()).isEqualTo(401);
        assertThat(published()).isEqualTo(before);
    }

    @Test
    void a_rotation_announces_successors_once_and_nobody_notices() {
        Person person = Person.someone();
        List<String> signing = kids(keys("ACTIVE"));

        Response first = Person.administrator().api().post(PATH + "/rotation");
        Response again = Person.administrator().api().post(PATH + "/rotation");

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(again.statusCode()).as(again.asString()).isEqualTo(200);
        assertThat(kids(keys("ACTIVE"))).isEqualTo(signing);
        assertThat(keys("NEXT")).hasSize(2).allSatisfy(key -> {
            Instant published = Instant.parse(String.valueOf(key.get("publishedAt")));
            assertThat(Instant.parse(String.valueOf(key.get("changesAt"))))
                    .isEqualTo(published.plus(Duration.ofMinutes(10)));
        });
        assertThat(published()).containsAll(kids(keys("NEXT")));
        assertThat(person.api().get("/auth/me").statusCode()).isEqualTo(200);
    }

    @Test
    void a_revocation_makes_everything_void_at_once_and_people_stay_signed_in() {
        Person person = Person.someone();
        String before = person.accessToken();
        RelyingParty client = RelyingParty.registered();
        JsonPath tokens = client.signIn(person, "openid");
        Person.administrator().api().post(PATH + "/rotation");
        List<String> old = published();

        Response revoked = Person.administrator().api().post(PATH + "/revocation");

        assertThat(revoked.statusCode()).as(revoked.asString()).isEqualTo(200);
        assertThat(published()).hasSize(2).doesNotContainAnyElementsOf(old);
        // What a client was given.
        assertThat(RelyingParty.userInfo(tokens.getString("access_token")).statusCode())
                .isEqualTo(401);
        // At the doors of the services, by the list that all of them ask.
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                Person.withToken(before).get("/auth/me").statusCode())
                        .isEqualTo(401));
        // The old private parts are gone.
        for (String kid : old) {
            assertThat(TestDatabase.current()
                            .query(
                                    "select state || ' ' || (private_sealed is null) || ' ' || revoked"
                                            + " from signing_key where kid = ?",
                                    kid))
                    .containsExactly("GONE true true");
            assertThat(TestDatabase.current().query("select kind from revocation where value = ?", kid))
                    .containsExactly("kid");
        }
        // Nobody has to sign in again.
        assertThat(person.renew().api().get("/auth/me").statusCode()).isEqualTo(200);
        Response refreshed = client.refresh(tokens.getString("refresh_token"));
        assertThat(refreshed.statusCode()).as(refreshed.asString()).isEqualTo(200);
        assertThat(RelyingParty.userInfo(refreshed.jsonPath().getString("access_token"))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_id_token_of_a_revoked_key_says_nothing_about_anybody() {
        Person person = Person.someone();
        RelyingParty client = RelyingParty.registered();
        String hint = client.signIn(person, "openid").getString("id_token");
        assertThat(client.authorize(person.browser(), Map.of("id_token_hint", hint)))
                .containsKey("code");

        Person.administrator().api().post(PATH + "/revocation");

        assertThat(client.authorize(person.browser(), Map.of("id_token_hint", hint)))
                .containsEntry("error", "invalid_request");
    }

    @Test
    void the_trail_names_who_turned_and_who_withdrew_the_keys() {
        String administrator = Person.administrator().id().toString();

        Person.administrator().api().post(PATH + "/rotation");
        Person.administrator().api().post(PATH + "/revocation");

        assertThat(TestDatabase.current()
                        .query(
                                "select distinct action from audit_event where object_type = 'signing-key'"
                                        + " and object_id = 'all' and actor_subject = ? order by action",
                                administrator))
                .containsExactly("signing-keys.revoked", "signing-keys.rotated");
    }
}
