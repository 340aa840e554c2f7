package org.ectsuite.auth.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.RelyingParty;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConsentsResourceTest {

    private static final String PATH = "/auth/me/consents";

    @Test
    void people_see_what_they_have_agreed_to() {
        RelyingParty client = RelyingParty.registered();
        Person person = Person.someone();
        assertThat(person.api().get(PATH).jsonPath().getList("items")).isEmpty();
        client.authorize(person.browser(), Map.of("scope", "openid email"));
        client.authorize(person.browser(), Map.of("scope", "openid profile"));

        JsonPath seen = person.api().get(PATH).jsonPath();

        assertThat(seen.getList("items.clientName")).isEqualTo(List.of("Weather board"));
        assertThat(seen.getList("items[0].scopes")).isEqualTo(List.of("email", "openid", "profile"));
    }

    @Test
    void what_is_taken_back_is_of_no_use_a_moment_later() {
        RelyingParty client = RelyingParty.registered();
        Person person = Person.someone();
        JsonPath tokens = client.signIn(person, "openid offline_access");

        int status = person.api().delete(PATH + "/" + client.id()).statusCode();

        assertThat(status).isEqualTo(204);
        assertThat(client.refresh(tokens.getString("refresh_token")).statusCode())
                .isEqualTo(400);
        assertThat(RelyingParty.userInfo(tokens.getString("access_token")).statusCode())
                .isEqualTo(401);
        assertThat(person.browser().get(RelyingParty.path(client.request())).statusCode())
                .isEqualTo(200);
        assertThat(TestDatabase.current()
                        .query(
                                "select action from audit_event where object_id = ? and actor_subject = ?"
                                        + " and object_type = 'client' order by id",
                                client.id(),
                                person.id().toString()))
                .containsExactly("consent.given", "consent.withdrawn");
    }

    @Test
    void nobody_takes_back_what_another_has_agreed_to() {
        RelyingParty client = RelyingParty.registered();
        JsonPath tokens = client.signIn(Person.someone(), "openid");

        Person stranger = Person.someone();
        assertThat(stranger.api().delete(PATH + "/" + client.id()).statusCode()).isEqualTo(404);
        assertThat(stranger.api().delete(PATH + "/" + UUID.randomUUID()).statusCode())
                .isEqualTo(404);

        assertThat(RelyingParty.userInfo(tokens.getString("access_token")).statusCode())
                .isEqualTo(200);
    }
}
