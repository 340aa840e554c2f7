package org.ectsuite.auth.owndata;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.ectsuite.auth.Authenticator;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.RelyingParty;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OwnDataResourceTest {

    private static final String PATH = "/auth/me/export";

    @Test
    void holds_what_the_service_keeps_and_no_secret() {
        // Given
        Person person = Person.someone();
        person.api()
                .header("If-Match", person.api().get("/auth/me").header("ETag"))
                .body(Map.of(
                        "name",
                        "Ann",
                        "gmrsCallsign",
                        "WRAB123",
                        "earlierCallsigns",
                        List.of("KB1OLD"),
                        "zone",
                        "UTC",
                        "locale",
                        "en",
                        "location",
                        Map.of("grid", "FN31pr")))
                .put("/auth/me");
        Authenticator authenticator = Authenticator.of(person);
        RelyingParty client = RelyingParty.registered();
        client.signIn(person, "openid");
        JsonPath key = person.api()
                .body(Map.of("name", "Bot", "scopes", List.of("ectlog:read"), "expiresInDays", 1))
                .post("/auth/me/api-keys")
                .jsonPath();

        // When
        Response file = person.api().get(PATH);

        // Then
        assertThat(file.statusCode()).as(file.asString()).isEqualTo(200);
        assertThat(file.header("Content-Disposition")).isEqualTo("attachment; filename=\"ect-account.json\"");
        assertThat(file.header("Cache-Control")).contains("no-store");
        JsonPath data = file.jsonPath();
        assertThat(data.getString("parts.account.email")).isEqualTo(person.email());
        assertThat(data.getString("parts.account.gmrsCallsign")).isEqualTo("WRAB123");
        assertThat(data.<String>getList("parts.account.earlierCallsigns")).containsExactly("KB1OLD");
        assertThat(data.getString("parts.account.location.grid")).isEqualTo("FN31pr");
        assertThat(data.getList("parts.sessions.items")).hasSize(1);
        assertThat(data.getString("parts.apiKeys.items[0].name")).isEqualTo("Bot");
        assertThat(data.getString("parts.consents.items[0].clientId")).isEqualTo(client.id());
        assertThat(data.getString("parts.secondFactor.since")).isNotNull();
        assertThat(data.getList("parts.identities")).isEmpty();
        assertThat(data.getList("parts.passkeys.items")).isEmpty();
        assertThat(data.<String>getList("parts.audit.action"))
                .contains("account.created", "session.opened", "api-key.created", "second-factor.added");
        assertThat(file.asString())
                .doesNotContain(key.getString("secret"))
                .doesNotContain(authenticator.recoveryCodes().getFirst());
    }

    @Test
    void holds_nothing_of_others() {
        Person other = Person.someone();

        String file = Person.someone().api().get(PATH).asString();

        assertThat(file).doesNotContain(other.email()).doesNotContain(other.id().toString());
    }

    @Test
    void is_for_people_in_front_of_a_browser_alone() {
        Person person = Person.someone();
        String token = RelyingParty.registered().signIn(person, "openid ect").getString("access_token");

        assertThat(Person.withToken(token).get(PATH).statusCode()).isIn(401, 403);
        assertThat(Person.anonymous().get(PATH).statusCode()).isEqualTo(401);
    }
}
