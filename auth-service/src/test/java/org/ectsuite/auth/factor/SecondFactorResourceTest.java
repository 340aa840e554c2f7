package org.ectsuite.auth.factor;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.ectsuite.auth.Authenticator;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.testsupport.NotificationServer;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecondFactorResourceTest {

    private static final String FACTOR = "/auth/me/second-factor";

    private Person person;

    @BeforeEach
    void signIn() {
        person = Person.someone();
    }

    private static void isProblem(Response response, int status, String code) {
        assertThat(response.statusCode()).isEqualTo(status);
        assertThat(response.jsonPath().getString("code")).isEqualTo(code);
    }

    private static void wasTold(Person owner, String event) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(NotificationServer.received("account-notice").stream()
                                .filter(mail -> mail.recipient()
                                        .path("userId")
                                        .asText()
                                        .equals(owner.id().toString()))
                                .map(mail -> mail.data().path("event").asText()))
                        .contains(event));
    }

    private static void signedInLongAgo(Person who) {
        TestDatabase.current()
                .update(
                        "update session set signed_in_at = now() - interval '1 hour',"
                                + " factor_at = case when factor is null then null else now() - interval '1 hour' end"
                                + " where id = ?::uuid",
                        who.claim("sid"));
    }

    private static List<String> auditOf(Person who) {
        return TestDatabase.current()
                .query(
                        "select action from audit_event where object_type = 'account' and object_id = ?"
                                + " and action <> 'account.created' order by position",
                        who.id().toString());
    }

    @Test
    void nobody_has_one_to_begin_with() {
        Response response = person.api().get(FACTOR);

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().getString("since")).isNull();
        assertThat(response.jsonPath().getInt("recoveryCodesLeft")).isZero();
        assertThat(person.claim("acr")).isEqualTo("urn:ect:acr:mailbox");
    }

    @Test
    void shows_the_authenticator_what_it_needs() {
        Response response = person.api().post(FACTOR + "/totp");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Cache-Control")).contains("no-store");
        String secret = response.jsonPath().getString("secret");
        assertThat(secret).matches("[A-Z2-7]{32}");
        assertThat(response.jsonPath().getString("uri"))
                .startsWith("otpauth://totp/ECT%20Suite:op-")
                .contains("secret=" + secret);
        assertThat(response.jsonPath().getInt("picture.size")).isGreaterThan(40);
        assertThat(response.jsonPath().getString("picture.path")).startsWith("M4 4h7v1h-7z");
    }

    @Test
    void counts_for_nothing_until_a_code_has_confirmed_it() {
        // Given
        person.api().post(FACTOR + "/totp");

        // When
        Person again = Person.signedIn(person.email());

        // Then
        assertThat(again.claim("acr")).isEqualTo("urn:ect:acr:mailbox");
        assertThat(again.api().get(FACTOR).jsonPath().getString("since")).isNull();
    }

    @Test
    void a_code_makes_it_count_and_recovery_codes_are_shown_once() {
        // When
        Authenticator authenticator = Authenticator.of(person);

        // Then
        assertThat(authenticator.recoveryCodes()).hasSize(10).doesNotHaveDuplicates();
        Response view = person.api().get(FACTOR);
        assertThat(view.jsonPath().getString("since")).isNotNull();
        assertThat(view.jsonPath().getInt("recoveryCodesLeft")).isEqualTo(10);
        assertThat(view.asString()).doesNotContain(authenticator.recoveryCodes().getFirst());
        assertThat(auditOf(person)).containsExactly("second-factor.prepared", "second-factor.added");
        wasTold(person, "SECOND_FACTOR_ADDED");
    }

    @Test
    void the_session_is_known_by_it_from_then_on() {
        Authenticator.of(person);

        person.renew();

        assertThat(person.claim("acr")).isEqualTo("urn:ect:acr:mfa");
        assertThat(person.claim("amr")).isEqualTo("[email, otp, mfa]");
    }

    @Test
    void all_other_sessions_end() {
        // Given
        Browser elsewhere = Person.signIn(person.email(), new Browser());

        // When
        Authenticator.of(person);

        // Then
        assertThat(elsewhere.token().statusCode()).isEqualTo(401);
        assertThat(person.browser().token().statusCode()).isEqualTo(200);
        assertThat(TestDatabase.current()
                        .query(
                                "select end_reason from session where account_id = ?::uuid and ended_at is not null",
                                person.id().toString()))
                .containsExactly("FACTORS");
    }

    @Test
    void a_wrong_code_confirms_nothing() {
        person.api().post(FACTOR + "/totp");

        for (String code : List.of("000000", "", "not a code", "00000000000000000000000000000000")) {
            Response response = person.api().body(Map.of("code", code)).post(FACTOR + "/totp/confirmation");
            isProblem(response, 400, "wrong-code");
        }

        assertThat(person.api().get(FACTOR).jsonPath().getString("since")).isNull();
    }

    @Test
    void without_a_secret_there_is_nothing_to_confirm() {
        isProblem(
                person.api().body(Map.of("code", "123456")).post(FACTOR + "/totp/confirmation"),
                409,
                "no-second-factor");
        isProblem(person.api().post(FACTOR + "/recovery-codes"), 409, "no-second-factor");
        isProblem(person.api().delete(FACTOR), 409, "no-second-factor");
    }

    @Test
    void a_second_one_is_not_set_up_beside_it() {
        Authenticator authenticator = Authenticator.of(person);

        isProblem(person.api().post(FACTOR + "/totp"), 409, "second-factor-exists");
        isProblem(
                person.api().body(Map.of("code", authenticator.code())).post(FACTOR + "/totp/confirmation"),
                409,
                "second-factor-exists");
    }

    @Test
    void who_signed_in_long_ago_changes_nothing() {
        // Given
        signedInLongAgo(person);

        // Then
        isProblem(person.api().post(FACTOR + "/totp"), 401, "step-up-required");
        assertThat(TestDatabase.current()
                        .query(
                                "select 1 from totp where account_id = ?::uuid",
                                person.id().toString()))
                .isEmpty();
    }

    @Test
    void who_showed_the_factor_long_ago_neither_removes_it_nor_gets_codes() {
        // Given
        Authenticator.of(person);
        signedInLongAgo(person);

        // Then
        isProblem(person.api().delete(FACTOR), 401, "step-up-required");
        isProblem(person.api().post(FACTOR + "/recovery-codes"), 401, "step-up-required");
        assertThat(person.api().get(FACTOR).jsonPath().getInt("recoveryCodesLeft"))
                .isEqualTo(10);
    }

    @Test
    void the_database_holds_neither_secret_nor_codes() {
        // Given
        String secret = person.api().post(FACTOR + "/totp").jsonPath().getString("secret");
        List<String> codes = person.api()
                .body(Map.of("code", Authenticator.codeOf(secret)))
                .post(FACTOR + "/totp/confirmation")
                .jsonPath()
                .getList("codes");

        // When
        String rows = String.join(
                        "\n",
                        TestDatabase.current()
                                .query(
                                        "select t::text from totp t where account_id = ?::uuid",
                                        person.id().toString()))
                + String.join(
                        "\n",
                        TestDatabase.current()
                                .query(
                                        "select c::text from recovery_code c where account_id = ?::uuid",
                                        person.id().toString()));

        // Then
        String plain = codes.getFirst().replace("-", "");
        assertThat(rows)
                .doesNotContain(secret)
                .doesNotContain(plain)
                .doesNotContain(HexFormat.of().formatHex(plain.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void removing_it_lets_the_mailbox_suffice_again() {
        // Given
        Authenticator.of(person);

        // When
        Response response = person.api().delete(FACTOR);

        // Then
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(person.renew().claim("acr")).isEqualTo("urn:ect:acr:mailbox");
        assertThat(person.api().get(FACTOR).jsonPath().getInt("recoveryCodesLeft"))
                .isZero();
        assertThat(Person.signedIn(person.email()).claim("acr")).isEqualTo("urn:ect:acr:mailbox");
        assertThat(auditOf(person)).endsWith("second-factor.removed");
        wasTold(person, "SECOND_FACTOR_REMOVED");
    }

    @Test
    void new_recovery_codes_take_the_place_of_the_old() {
        // Given
        Authenticator authenticator = Authenticator.of(person);

        // When
        Response response = person.api().post(FACTOR + "/recovery-codes");

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.jsonPath().<String>getList("codes"))
                .hasSize(10)
                .doesNotContainAnyElementsOf(authenticator.recoveryCodes());
        assertThat(person.api().get(FACTOR).jsonPath().getInt("recoveryCodesLeft"))
                .isEqualTo(10);
        wasTold(person, "RECOVERY_CODES_RENEWED");
    }

    @Test
    void an_administrator_helps_who_has_lost_everything() {
        // Given
        Authenticator.of(person);

        // When
        Response response = Person.administrator().api().delete("/auth/accounts/" + person.id() + "/second-factor");

        // Then
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(person.browser().token().statusCode()).isEqualTo(401);
        assertThat(Person.signedIn(person.email()).claim("acr")).isEqualTo("urn:ect:acr:mailbox");
        wasTold(person, "SECOND_FACTOR_REMOVED");
    }

    @Test
    void nobody_else_does() {
        Authenticator.of(person);

        Response response = Person.someone().api().delete("/auth/accounts/" + person.id() + "/second-factor");

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(person.api().get(FACTOR).jsonPath().getString("since")).isNotNull();
    }
}
