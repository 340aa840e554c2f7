package org.ectsuite.auth.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.ectsuite.auth.AccountNotice;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.RelyingParty;
import org.ectsuite.auth.SecurityAlert;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AlertsTest {

    private static final String PHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)"
                    + " Version/18.5 Mobile/15E148 Safari/604.1";

    @Test
    void administrators_hear_of_a_new_api_key() {
        Person person = Person.someone();

        person.api()
                .body(Map.of("name", "Propagation bot", "scopes", List.of("ectlog:read"), "expiresInDays", 1))
                .post("/auth/me/api-keys");

        SecurityAlert.await("API_KEY_CREATED", person.email() + ": Propagation bot");
    }

    @Test
    void administrators_hear_of_a_copied_session() {
        // Given
        Person person = Person.someone();
        String old = person.browser().cookie("ect_refresh");
        person.browser().token();
        TestDatabase.current()
                .update(
                        "update refresh_token set rotated_at = now() - interval '1 hour', successor_sealed = null"
                                + " where session_id = ?::uuid and rotated_at is not null",
                        person.claim("sid"));

        // When
        Browser thief = new Browser().cookie("ect_refresh", old);
        assertThat(thief.token().statusCode()).isEqualTo(401);

        // Then
        SecurityAlert.await("REFRESH_REUSE", person.email());
    }

    @Test
    void administrators_hear_of_a_copied_token_of_a_client() {
        // Given
        Person person = Person.someone();
        RelyingParty client = RelyingParty.registered();
        String old = client.signIn(person, "openid").getString("refresh_token");
        client.refresh(old);
        TestDatabase.current().update("""
                update refresh_token set rotated_at = now() - interval '1 hour', successor_sealed = null
                 where rotated_at is not null and session_id in (select id from session
                     where account_id = ? and client_id is not null)""", person.id());

        // When
        assertThat(client.refresh(old).statusCode()).isEqualTo(400);

        // Then
        SecurityAlert.await("REFRESH_REUSE", person.email());
    }

    @Test
    void the_owner_hears_of_a_new_device_and_not_of_a_known_one() {
        // Given
        Person person = Person.someone();
        Person.signIn(person.email(), new Browser());

        // When
        Person.signIn(person.email(), new Browser().userAgent(PHONE));

        // Then
        AccountNotice.await(person.id(), "NEW_DEVICE");
        assertThat(AccountNotice.of(person.id())).containsExactly("NEW_DEVICE");
    }
}
