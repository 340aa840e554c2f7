package org.ectsuite.auth.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.ectsuite.auth.Passkeyring;
import org.ectsuite.auth.Person;
import org.ectsuite.testsupport.NotificationServer;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PasskeyResourceTest {

    private static final String PASSKEYS = "/auth/me/passkeys";
    private static final String INVITATION = PASSKEYS + "/invitation";

    private Person person;

    @BeforeEach
    void signIn() {
        person = Person.someone();
    }

    private static void isProblem(Response response, int status, String code) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
        assertThat(response.jsonPath().getString("code")).isEqualTo(code);
    }

    private static List<String> names(Person of) {
        return of.api().get(PASSKEYS).jsonPath().getList("items.name");
    }

    private void wasTold(String event) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(NotificationServer.received("account-notice").stream()
                                .filter(mail -> mail.recipient()
                                        .path("userId")
                                        .asText()
                                        .equals(person.id().toString()))
                                .map(mail -> mail.data().path("event").asText()))
                        .contains(event));
    }

    // ---- Making one ----

    @Test
    void invites_an_authenticator_of_this_site_to_a_passkey_that_says_whose_it_is() {
        Response invitation = person.api().post(INVITATION);

        assertThat(invitation.statusCode()).isEqualTo(200);
        assertThat(invitation.header("Cache-Control")).contains("no-store");
        assertThat(invitation.jsonPath().getString("relyingPartyId")).isEqualTo("localhost");
        assertThat(invitation.jsonPath().getString("challenge")).matches("[A-Za-z0-9_-]{43}");
        assertThat(invitation.jsonPath().getString("userHandle")).matches("[A-Za-z0-9_-]{22}");
        assertThat(invitation.jsonPath().getString("userName")).isEqualTo(person.email());
        assertThat(invitation.jsonPath().getList("algorithms")).containsExactly(-7, -8, -257);
        assertThat(invitation.jsonPath().getList("known")).isEmpty();
        assertThat(invitation.jsonPath().getString("userVerification")).isEqualTo("preferred");
    }

    @Test
    void a_person_has_several_each_with_its_name() {
        // When
        Passkeyring telephone = Passkeyring.of(person, " Telephone ");
        Passkeyring.of(person, "Key on the ring");

        // Then
        assertThat(names(person)).containsExactly("Key on the ring", "Telephone");
        Response list = person.api().get(PASSKEYS);
        assertThat(list.jsonPath().getString("items[1].lastUsedAt")).isNull();
        assertThat(list.jsonPath().getBoolean("items[1].synced")).isFalse();
        assertThat(person.api().post(INVITATION).jsonPath().getList("known"))
                .hasSize(2)
                .contains(Passkeyring.text(telephone.credentialId()));
        assertThat(TestDatabase.current()
                        .query(
                                "select action || ' ' || (after->>'name') from audit_event e where object_type = 'passkey'"
                                        + " and object_id in (select id::text from passkey where account_id = ?::uuid) order by position",
                                person.id().toString()))
                .containsExactly("passkey.added Telephone", "passkey.added Key on the ring");
        wasTold("PASSKEY_ADDED");
    }

    @Test
    void nobody_sees_those_of_others() {
        Passkeyring.of(person, "Telephone");

        assertThat(names(Person.someone())).isEmpty();
    }

    @Test
    void an_authenticator_makes_one_passkey_of_an_account() {
        // Given
        Passkeyring ring = Passkeyring.of(person, "Telephone");

        // When
        Response again = ring.add(person, "Telephone again");

        // Then
        isProblem(again, 409, "passkey-exists");
        assertThat(names(person)).containsExactly("Telephone");
    }

    @Test
    void an_invitation_is_good_once() {
        // Given
        Response invitation = person.api().post(INVITATION);
        assertThat(new Passkeyring().add(person, "Telephone", invitation).statusCode())
                .isEqualTo(201);

        // When
        Response again = new Passkeyring().add(person, "Another", invitation);

        // Then
        isProblem(again, 400, "passkey-refused");
        assertThat(names(person)).containsExactly("Telephone");
    }

    @Test
    void an_invitation_is_for_the_browser_that_got_it() {
        // Given
        Response invitation = person.api().post(INVITATION);
        Person elsewhere = Person.signedIn(person.email());

        // When
        Response response = new Passkeyring().add(elsewhere, "Telephone", invitation);

        // Then
        isProblem(response, 400, "passkey-refused");
        assertThat(names(person)).isEmpty();
    }

    @Test
    void a_refused_answer_uses_it_up_too() {
        // Given
        Response invitation = person.api().post(INVITATION);
        isProblem(new Passkeyring().present(false).add(person, "x", invitation), 400, "passkey-refused");

        // When
        Response again = new Passkeyring().add(person, "Telephone", invitation);

        // Then
        isProblem(again, 400, "passkey-refused");
        assertThat(names(person)).isEmpty();
    }

    @Test
    void refuses_what_was_made_for_another_site_or_for_something_else() {
        isProblem(new Passkeyring().origin("https://evil.example").add(person, "x"), 400, "passkey-refused");
        isProblem(new Passkeyring().origin("http://localhost:8081").add(person, "x"), 400, "passkey-refused");
        isProblem(new Passkeyring().relyingParty("evil.example").add(person, "x"), 400, "passkey-refused");
        isProblem(new Passkeyring().type("webauthn.get").add(person, "x"), 400, "passkey-refused");
        isProblem(new Passkeyring().crossOrigin(true).add(person, "x"), 400, "passkey-refused");
        isProblem(new Passkeyring().present(false).add(person, "x"), 400, "passkey-refused");
        assertThat(names(person)).isEmpty();
    }

    @Test
    void refuses_what_is_no_passkey_at_all() {
        for (String attestation : new String[] {"", "AAAA", "o2NmbXRkbm9uZWdhdHRTdG10oGhhdXRoRGF0YUA", "A"}) {
            Response invitation = person.api().post(INVITATION);
            Response response = person.api()
                    .body(Map.of(
                            "name",
                            "x",
                            "ticket",
                            invitation.jsonPath().getString("ticket"),
                            "clientData",
                            "e30",
                            "attestation",
                            attestation))
                    .post(PASSKEYS);
            isProblem(response, 400, "passkey-refused");
        }
        Response noText = person.api()
                .body(Map.of("name", " ", "ticket", "x", "clientData", "?", "attestation", "A"))
                .post(PASSKEYS);
        isProblem(noText, 400, "validation-failed");
        assertThat(names(person)).isEmpty();
    }

    @Test
    void an_administrators_authenticator_must_verify_him() {
        // Given
        Person administrator = Person.administrator();
        TestDatabase.current()
                .update("update session set signed_in_at = now() where id = ?::uuid", administrator.claim("sid"));
        assertThat(administrator.api().post(INVITATION).jsonPath().getString("userVerification"))
                .isEqualTo("required");

        // When
        Response response = new Passkeyring().verified(false).add(administrator, "Telephone");

        // Then
        isProblem(response, 400, "passkey-refused");
    }

    @Test
    void others_may_use_one_that_does_not() {
        assertThat(new Passkeyring().verified(false).add(person, "Old key").statusCode())
                .isEqualTo(201);
    }

    @Test
    void who_signed_in_long_ago_shows_himself_again_first() {
        // Given
        Passkeyring.of(person, "Telephone");
        String id = person.api().get(PASSKEYS).jsonPath().getString("items[0].id");
        TestDatabase.current()
                .update(
                        "update session set signed_in_at = now() - interval '1 hour', factor_at = now() - interval '1 hour'"
                                + " where id = ?::uuid",
                        person.claim("sid"));

        // When
        Response invitation = person.api().post(INVITATION);
        Response removal = person.api().delete(PASSKEYS + "/" + id);

        // Then
        isProblem(invitation, 401, "step-up-required");
        isProblem(removal, 401, "step-up-required");
        assertThat(names(person)).containsExactly("Telephone");
    }

    @Test
    void nobody_hoards_them() {
        // Given
        for (int i = 0; i < 20; i++) {
            Passkeyring.of(person, "Key " + i);
        }

        // When
        Response response = person.api().post(INVITATION);

        // Then
        isProblem(response, 409, "too-many-passkeys");
    }

    // ---- Removing one ----

    @Test
    void removing_one_signs_out_everywhere_else_and_its_owner_is_told() {
        // Given
        Passkeyring.of(person, "Telephone");
        Person elsewhere = Person.signedIn(person.email());
        String id = person.api().get(PASSKEYS).jsonPath().getString("items[0].id");

        // When
        Response response = person.api().delete(PASSKEYS + "/" + id);

        // Then
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(names(person)).isEmpty();
        assertThat(elsewhere.browser().token().statusCode()).isEqualTo(401);
        assertThat(TestDatabase.current()
                        .query(
                                "select action from audit_event where object_type = 'passkey' and object_id = ? order by position",
                                id))
                .containsExactly("passkey.added", "passkey.removed");
        wasTold("PASSKEY_REMOVED");
    }

    @Test
    void who_removes_the_last_one_has_no_factor_any_more() {
        // Given
        Passkeyring.of(person, "Telephone");
        assertThat(person.renew().claim("acr")).isEqualTo("urn:ect:acr:mfa");
        String id = person.api().get(PASSKEYS).jsonPath().getString("items[0].id");

        // When
        person.api().delete(PASSKEYS + "/" + id);

        // Then
        assertThat(person.renew().claim("acr")).isEqualTo("urn:ect:acr:mailbox");
    }

    @Test
    void an_administrator_removes_all_of_somebody_who_has_lost_them() {
        // Given
        Passkeyring.of(person, "Telephone");
        Passkeyring.of(person, "Key on the ring");

        // When
        Response response = Person.administrator().api().delete("/auth/accounts/" + person.id() + "/second-factor");

        // Then
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(person.browser().token().statusCode()).isEqualTo(401);
        assertThat(names(Person.signedIn(person.email()))).isEmpty();
    }

    @Test
    void somebody_elses_cannot_be_removed() {
        // Given
        Passkeyring.of(person, "Telephone");
        String id = person.api().get(PASSKEYS).jsonPath().getString("items[0].id");

        // When
        Response response = Person.someone().api().delete(PASSKEYS + "/" + id);

        // Then
        isProblem(response, 404, "not-found");
        assertThat(names(person)).containsExactly("Telephone");
    }
}
