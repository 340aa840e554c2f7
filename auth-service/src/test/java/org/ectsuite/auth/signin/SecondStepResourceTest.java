package org.ectsuite.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.ectsuite.auth.Authenticator;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.SignInMail;
import org.ectsuite.testsupport.NotificationServer;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SecondStepResourceTest {

    private static final String SECOND_FACTOR = "/auth/sign-in/second-factor";
    private static final String STEP_UP = "/auth/sign-in/step-up";

    private Person person;
    private Authenticator authenticator;

    @BeforeEach
    void setUpAnAuthenticator() {
        person = Person.someone();
        authenticator = Authenticator.of(person);
    }

    /** A browser that has used the link from the mail. */
    private Browser halfWay() {
        Browser browser = new Browser();
        int before = SignInMail.to(person.email()).size();
        browser.submit(
                browser.get("/auth/sign-in?return_to=%2Fnets%2Fnew"),
                "/auth/sign-in/link",
                Map.of("email", person.email()));
        Response landing =
                browser.get(SignInMail.await(person.email(), before + 1).path());
        Response redeemed = browser.submit(landing, "/auth/sign-in/link/redeem", Map.of());
        assertThat(redeemed.statusCode()).isEqualTo(303);
        assertThat(Browser.pathOf(redeemed)).isEqualTo(SECOND_FACTOR);
        return browser;
    }

    private static Response show(Browser browser, String code) {
        return browser.submit(browser.get(SECOND_FACTOR), SECOND_FACTOR, Map.of("code", code));
    }

    // ---- At the end of a sign-in ----

    @Test
    void the_link_alone_signs_nobody_in() {
        // When
        Browser browser = halfWay();

        // Then
        assertThat(browser.cookie("ect_refresh")).isEmpty();
        assertThat(browser.token().statusCode()).isEqualTo(401);
        Response page = browser.get(SECOND_FACTOR);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        assertThat(page.asString()).contains("One more step").doesNotContain("<script");
    }

    @Test
    void the_code_completes_the_sign_in_and_leads_on() {
        // Given
        Browser browser = halfWay();

        // When
        Response response = show(browser, authenticator.code());

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(Browser.pathOf(response)).isEqualTo("/nets/new");
        assertThat(browser.cookie("ect_second_step")).isEmpty();
        assertThat(browser.token().statusCode()).isEqualTo(200);
    }

    @Test
    void a_code_is_good_once() {
        // Given
        String code = authenticator.code();
        assertThat(show(halfWay(), code).statusCode()).isEqualTo(303);
        Browser thief = halfWay();

        // When
        Response response = show(thief, code);

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString()).contains("used already");
        assertThat(thief.token().statusCode()).isEqualTo(401);
    }

    @Test
    void a_recovery_code_does_once_what_the_authenticator_does_and_its_owner_is_told() {
        // Given
        String code = authenticator.recoveryCodes().getFirst();

        // When
        Response response =
                show(halfWay(), code.toLowerCase(java.util.Locale.ROOT).replace("-", " "));

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(show(halfWay(), code).statusCode()).isEqualTo(400);
        assertThat(person.api().get("/auth/me/second-factor").jsonPath().getInt("recoveryCodesLeft"))
                .isEqualTo(9);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(NotificationServer.received("account-notice").stream()
                                .filter(mail -> mail.recipient()
                                        .path("userId")
                                        .asText()
                                        .equals(person.id().toString()))
                                .map(mail -> mail.data().path("event").asText()))
                        .contains("RECOVERY_CODE_USED"));
    }

    @Test
    void somebody_elses_recovery_code_opens_nothing() {
        Authenticator other = Authenticator.of(Person.someone());

        assertThat(show(halfWay(), other.recoveryCodes().getFirst()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void guessing_is_paused_and_then_even_the_right_code_waits() {
        // Given
        Browser browser = halfWay();
        for (int i = 0; i < 5; i++) {
            assertThat(show(browser, authenticator.wrongCode()).statusCode()).isEqualTo(400);
        }

        // When
        Response response = show(browser, authenticator.code());

        // Then
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(response.header("Retry-After"))).isBetween(1, 60);
        assertThat(browser.token().statusCode()).isEqualTo(401);
    }

    @Test
    void after_the_pause_the_right_code_opens_the_door() {
        // Given
        Browser browser = halfWay();
        for (int i = 0; i < 5; i++) {
            show(browser, authenticator.wrongCode());
        }
        TestDatabase.current()
                .update(
                        "update totp set blocked_until = now() - interval '1 second' where account_id = ?::uuid",
                        person.id().toString());

        // When
        Response response = show(browser, authenticator.code());

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
    }

    @Test
    void what_is_no_code_is_not_counted_as_a_guess() {
        Browser browser = halfWay();

        for (int i = 0; i < 7; i++) {
            assertThat(show(browser, "hello").statusCode()).isEqualTo(400);
        }

        assertThat(show(browser, authenticator.code()).statusCode()).isEqualTo(303);
    }

    @Test
    void another_browser_cannot_complete_it() {
        // Given
        halfWay();
        Browser other = new Browser();

        // When
        Response response =
                other.submit(other.get("/auth/sign-in"), SECOND_FACTOR, Map.of("code", authenticator.code()));

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(Browser.pathOf(response)).isEqualTo("/auth/sign-in");
        assertThat(other.token().statusCode()).isEqualTo(401);
    }

    @Test
    void it_does_not_wait_for_ever() {
        // Given
        Browser browser = halfWay();
        Response page = browser.get(SECOND_FACTOR);
        TestDatabase.current()
                .update(
                        "update pending_sign_in set created_at = now() - interval '1 hour', expires_at = now()"
                                + " where account_id = ?::uuid",
                        person.id().toString());

        // When
        Response response = browser.submit(page, SECOND_FACTOR, Map.of("code", authenticator.code()));

        // Then
        assertThat(Browser.pathOf(response)).isEqualTo("/auth/sign-in");
        assertThat(Browser.pathOf(browser.get(SECOND_FACTOR))).isEqualTo("/auth/sign-in");
        assertThat(browser.token().statusCode()).isEqualTo(401);
    }

    @Test
    void a_form_of_somebody_elses_is_refused() {
        Browser browser = halfWay();

        assertThat(browser.post(SECOND_FACTOR, Map.of("code", authenticator.code()))
                        .statusCode())
                .isEqualTo(403);
        assertThat(person.browser()
                        .post(STEP_UP, Map.of("code", authenticator.code()))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_person_suspended_meanwhile_is_not_let_in() {
        // Given
        Browser browser = halfWay();
        Person.administrator()
                .api()
                .body(Map.of("reason", "Left the team"))
                .put("/auth/accounts/" + person.id() + "/ban");

        // When
        Response response = show(browser, authenticator.code());

        // Then
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.asString()).contains("Left the team");
        assertThat(browser.token().statusCode()).isEqualTo(401);
    }

    // ---- Again, in a session that goes on ----

    private void becomeAdministrator() {
        Person administrator = Person.administrator();
        String etag = administrator.api().get("/auth/accounts/" + person.id()).header("ETag");
        assertThat(administrator
                        .api()
                        .header("If-Match", etag)
                        .body(Map.of("role", "ADMIN"))
                        .put("/auth/accounts/" + person.id() + "/role")
                        .statusCode())
                .isEqualTo(200);
    }

    private void resign() {
        Person administrator = Person.administrator();
        String etag = administrator.api().get("/auth/accounts/" + person.id()).header("ETag");
        administrator
                .api()
                .header("If-Match", etag)
                .body(Map.of("role", "USER"))
                .put("/auth/accounts/" + person.id() + "/role");
    }

    private void showedItLongAgo() {
        TestDatabase.current()
                .update(
                        "update session set factor_at = now() - interval '31 minutes' where id = ?::uuid",
                        person.claim("sid"));
        // A token counts in whole seconds from the change of the role on.
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> person.renew().api().get("/auth/accounts").statusCode() == 200);
    }

    private Response unban() {
        return person.api().delete("/auth/accounts/" + person.id() + "/ban");
    }

    @Test
    void an_administrator_shows_it_again_and_goes_on() {
        // Given
        becomeAdministrator();
        showedItLongAgo();
        assertThat(unban().jsonPath().getString("code")).isEqualTo("step-up-required");
        Browser browser = person.browser();
        Response page = browser.get(STEP_UP + "?return_to=%2Fadmin%2Faccounts");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains("Is it still you?");

        // When
        Response response = browser.submit(page, STEP_UP, Map.of("code", authenticator.code()));

        // Then
        assertThat(Browser.pathOf(response)).isEqualTo("/admin/accounts");
        person.renew();
        assertThat(unban().statusCode()).isEqualTo(200);
        assertThat(TestDatabase.current()
                        .query(
                                "select after->>'factor' from audit_event where action = 'session.stepped-up' and object_id = ?",
                                person.claim("sid")))
                .containsExactly("TOTP");
        resign();
    }

    @Test
    void a_wrong_code_changes_nothing() {
        // Given
        becomeAdministrator();
        showedItLongAgo();
        Browser browser = person.browser();

        // When
        Response response = browser.submit(browser.get(STEP_UP), STEP_UP, Map.of("code", authenticator.wrongCode()));

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        person.renew();
        assertThat(unban().statusCode()).isEqualTo(401);
        resign();
    }

    @Test
    void it_leads_nowhere_but_into_the_suite() {
        Browser browser = person.browser();
        Response page = browser.get(STEP_UP + "?return_to=https%3A%2F%2Fevil.example%2F");

        Response response =
                browser.submit(page, STEP_UP, Map.of("code", authenticator.code(), "return_to", "//evil.example/"));

        assertThat(Browser.pathOf(response)).isEqualTo("/");
    }

    @Test
    void who_has_none_or_is_not_signed_in_signs_in_anew() {
        assertThat(Browser.pathOf(Person.someone().browser().get(STEP_UP + "?return_to=%2Fsecurity")))
                .isEqualTo("/auth/sign-in?return_to=%2Fsecurity");
        assertThat(Browser.pathOf(
                        new Browser().cookie("ect_session", "A".repeat(43)).get(STEP_UP + "?return_to=%2Fsecurity")))
                .isEqualTo("/auth/sign-in?return_to=%2Fsecurity");
    }
}
