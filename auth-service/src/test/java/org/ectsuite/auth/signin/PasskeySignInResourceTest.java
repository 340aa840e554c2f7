package org.ectsuite.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.ectsuite.auth.Authenticator;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Passkeyring;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.SignInMail;
import org.ectsuite.testsupport.NotificationServer;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PasskeySignInResourceTest {

    private static final String SIGN_IN = "/auth/sign-in?return_to=%2Fnets%2Fnew";
    private static final String PASSKEY = "/auth/sign-in/passkey";
    private static final String SECOND_FACTOR = "/auth/sign-in/second-factor";
    private static final String STEP_UP = "/auth/sign-in/step-up";

    private Person person;
    private Passkeyring ring;

    @BeforeEach
    void addAPasskey() {
        person = Person.someone();
        ring = Passkeyring.of(person, "Telephone");
    }

    /** Other tests count administrators. */
    @AfterEach
    void resign() {
        role("USER");
    }

    private Response show(Browser browser) {
        Response page = browser.get(SIGN_IN);
        return browser.submit(page, PASSKEY, ring.answer(page));
    }

    private static void isRefused(Response response, Browser browser, String why) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString()).contains(why);
        assertThat(browser.token().statusCode()).isEqualTo(401);
    }

    private void role(String role) {
        TestDatabase.current()
                .update(
                        "update account set role = ? where id = ?::uuid",
                        role,
                        person.id().toString());
    }

    // ---- Signing in ----

    @Test
    void the_page_asks_for_any_passkey_of_this_site() {
        Response page = new Browser().get(SIGN_IN);

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self'")
                .doesNotContain("unsafe");
        assertThat(page.asString())
                .contains("<form id=\"passkey\" method=\"post\" action=\"/auth/sign-in/passkey\" hidden");
        assertThat(Passkeyring.attribute(page, "relying-party")).isEqualTo("localhost");
        assertThat(Passkeyring.attribute(page, "allowed")).isEmpty();
        assertThat(Passkeyring.attribute(page, "challenge"))
                .isNotEqualTo(Passkeyring.attribute(new Browser().get(SIGN_IN), "challenge"));
    }

    @Test
    void a_passkey_opens_the_door_and_leads_on() {
        // Given
        Browser browser = new Browser();

        // When
        Response response = show(browser);

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(Browser.pathOf(response)).isEqualTo("/nets/new");
        String token = browser.token().jsonPath().getString("access_token");
        Response list = Person.withToken(token).get("/auth/me/passkeys");
        assertThat(list.jsonPath().getString("items[0].lastUsedAt")).isNotNull();
        assertThat(TestDatabase.current()
                        .query(
                                "select method || ' ' || factor from session where account_id = ?::uuid and method <> 'EMAIL'",
                                person.id().toString()))
                .containsExactly("PASSKEY PASSKEY");
    }

    @Test
    void its_tokens_say_how_one_signed_in() {
        // Given
        Browser browser = new Browser();
        show(browser);

        // When
        String token = browser.token().jsonPath().getString("access_token");

        // Then
        String claims = new String(
                java.util.Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]),
                java.nio.charset.StandardCharsets.UTF_8);
        assertThat(claims).contains("\"acr\":\"urn:ect:acr:mfa\"").contains("\"amr\":[\"pop\",\"mfa\"]");
    }

    @Test
    void who_has_an_authenticator_too_is_not_asked_for_its_code() {
        // Given
        Authenticator.of(person);
        Browser browser = new Browser();

        // When
        Response response = show(browser);

        // Then
        assertThat(Browser.pathOf(response)).isEqualTo("/nets/new");
    }

    @Test
    void unless_nobody_verified_him() {
        // Given
        Authenticator.of(person);
        ring.verified(false);
        Browser browser = new Browser();

        // When
        Response response = show(browser);

        // Then
        assertThat(Browser.pathOf(response)).isEqualTo(SECOND_FACTOR);
        assertThat(browser.token().statusCode()).isEqualTo(401);
    }

    @Test
    void without_verification_it_shows_no_more_than_the_mailbox() {
        // Given
        ring.verified(false);
        Browser browser = new Browser();

        // When
        show(browser);

        // Then
        assertThat(browser.token().statusCode()).isEqualTo(200);
        assertThat(TestDatabase.current()
                        .query(
                                "select count(*) from session where account_id = ?::uuid and method = 'PASSKEY' and factor is null",
                                person.id().toString()))
                .containsExactly("1");
    }

    @Test
    void an_administrator_must_be_verified() {
        // Given
        role("ADMIN");
        ring.verified(false);
        Browser browser = new Browser();

        // When
        Response response = show(browser);

        // Then
        isRefused(response, browser, "must ask for a PIN");
        ring.verified(true);
        assertThat(show(browser).statusCode()).isEqualTo(303);
    }

    // ---- Beside it by mail ----

    private static String tokenOf(Browser browser) {
        return browser.token().jsonPath().getString("access_token");
    }

    private static Response ban(String token, Person whom) {
        return Person.withToken(token)
                .body(Map.of("reason", "Left the team"))
                .put("/auth/accounts/" + whom.id() + "/ban");
    }

    private static void wantsAFactor(Response response) {
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(401);
        assertThat(response.jsonPath().getString("code")).isEqualTo("step-up-required");
    }

    @Test
    void an_administrator_who_came_by_mail_reads_and_shows_it_before_he_changes_anything() {
        // Given
        Person other = Person.someone();
        role("ADMIN");
        Browser browser = Person.signIn(person.email(), new Browser());
        String token = tokenOf(browser);
        assertThat(Person.withToken(token).get("/auth/accounts").statusCode()).isEqualTo(200);
        wantsAFactor(ban(token, other));
        Response page = browser.get(STEP_UP);

        // When
        Response response = browser.submit(page, STEP_UP, ring.answer(page));

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(ban(tokenOf(browser), other).statusCode()).isBetween(200, 204);
    }

    @Test
    void an_administrator_who_came_by_mail_removes_no_passkey_and_adds_none() {
        // Given
        role("ADMIN");
        Browser browser = Person.signIn(person.email(), new Browser());
        String token = tokenOf(browser);
        String id = Person.withToken(token).get("/auth/me/passkeys").jsonPath().getString("items[0].id");

        // When
        Response removal = Person.withToken(token).delete("/auth/me/passkeys/" + id);

        // Then
        wantsAFactor(removal);
        wantsAFactor(Person.withToken(token).post("/auth/me/passkeys/invitation"));
        wantsAFactor(Person.withToken(token).post("/auth/me/second-factor/totp"));
    }

    @Test
    void somebody_else_who_came_by_mail_has_lost_nothing() {
        // Given
        Browser browser = Person.signIn(person.email(), new Browser());
        String token = tokenOf(browser);
        String id = Person.withToken(token).get("/auth/me/passkeys").jsonPath().getString("items[0].id");

        // When
        Response removal = Person.withToken(token).delete("/auth/me/passkeys/" + id);

        // Then
        assertThat(removal.statusCode()).isEqualTo(204);
    }

    @Test
    void sessions_from_before_it_have_yet_to_see_it() {
        // Given
        Person newcomer = Person.someone();
        Browser elsewhere = Person.signIn(newcomer.email(), new Browser());
        Passkeyring.of(newcomer, "Telephone");
        TestDatabase.current()
                .update(
                        "update account set role = 'ADMIN' where id = ?::uuid",
                        newcomer.id().toString());

        // When
        Response there = ban(tokenOf(elsewhere), person);

        // Then
        wantsAFactor(there);
        assertThat(ban(newcomer.renew().accessToken(), Person.someone()).statusCode())
                .isBetween(200, 204);
        TestDatabase.current()
                .update(
                        "update account set role = 'USER' where id = ?::uuid",
                        newcomer.id().toString());
    }

    @Test
    void an_answer_is_good_once() {
        // Given
        Browser browser = new Browser();
        Response page = browser.get(SIGN_IN);
        Map<String, String> answer = ring.answer(page);
        assertThat(browser.submit(page, PASSKEY, answer).statusCode()).isEqualTo(303);
        browser.signOut();

        // When
        Response response = browser.submit(page, PASSKEY, answer);

        // Then
        isRefused(response, browser, "stood open for too long");
    }

    @Test
    void a_challenge_is_good_once_even_for_another_answer() {
        // Given
        Browser browser = new Browser();
        Response page = browser.get(SIGN_IN);
        ring.origin("https://evil.example");
        isRefused(browser.submit(page, PASSKEY, ring.answer(page)), browser, "was not accepted");
        ring.origin("http://localhost:8080");

        // When
        Response response = browser.submit(page, PASSKEY, ring.answer(page));

        // Then
        isRefused(response, browser, "stood open for too long");
    }

    @Test
    void an_answer_to_another_challenge_is_refused() {
        // Given
        Browser browser = new Browser();
        Response other = browser.get(SIGN_IN);
        Response page = browser.get(SIGN_IN);

        // When
        Response response = browser.submit(page, PASSKEY, ring.answer(other));

        // Then
        isRefused(response, browser, "was not accepted");
    }

    @Test
    void a_challenge_for_something_else_is_refused() {
        // Given
        String ticket =
                person.api().post("/auth/me/passkeys/invitation").jsonPath().getString("ticket");
        Browser browser = new Browser();
        Response page = browser.get(SIGN_IN);
        Map<String, String> answer = ring.answer(page);
        answer.put("passkey_ticket", ticket);

        // When
        Response response = browser.submit(page, PASSKEY, answer);

        // Then
        isRefused(response, browser, "stood open for too long");
    }

    @Test
    void a_challenge_is_for_the_browser_that_got_it() {
        // Given
        Response seen = new Browser().get(SIGN_IN);
        Browser other = new Browser();
        Response own = other.get(SIGN_IN);
        Map<String, String> answer = ring.answer(seen);
        answer.put("passkey_ticket", Passkeyring.ticket(seen));

        // When
        Response response = other.submit(own, PASSKEY, answer);

        // Then
        isRefused(response, other, "stood open for too long");
    }

    @Test
    void refuses_what_was_signed_for_another_site_or_for_something_else() {
        Browser browser = new Browser();

        isRefused(show(ring.origin("https://evil.example"), browser), browser, "was not accepted");
        ring.origin("http://localhost:8080");
        isRefused(show(ring.relyingParty("evil.example"), browser), browser, "was not accepted");
        ring.relyingParty("localhost");
        isRefused(show(ring.type("webauthn.create"), browser), browser, "was not accepted");
        ring.type("");
        isRefused(show(ring.crossOrigin(true), browser), browser, "was not accepted");
        ring.crossOrigin(false);
        isRefused(show(ring.present(false), browser), browser, "was not accepted");
        ring.present(true);

        assertThat(show(browser).statusCode()).isEqualTo(303);
    }

    private static Response show(Passkeyring changed, Browser browser) {
        Response page = browser.get(SIGN_IN);
        return browser.submit(page, PASSKEY, changed.answer(page));
    }

    @Test
    void a_passkey_says_whose_it_is() {
        // Given
        Person other = Person.someone();
        String handle =
                other.api().post("/auth/me/passkeys/invitation").jsonPath().getString("userHandle");
        Browser browser = new Browser();

        // When
        Response response = show(ring.userHandle(handle), browser);

        // Then
        isRefused(response, browser, "was not accepted");
        isRefused(show(ring.userHandle(null), browser), browser, "was not accepted");
    }

    @Test
    void another_key_with_the_same_id_is_refused() {
        // Given
        Browser browser = new Browser();
        Response page = browser.get(SIGN_IN);
        Passkeyring forger = new Passkeyring();
        Map<String, String> answer = forger.answer(page);
        answer.put("passkey_credential", Passkeyring.text(ring.credentialId()));
        answer.put("passkey_user_handle", ring.answer(page).get("passkey_user_handle"));

        // When
        Response response = browser.submit(page, PASSKEY, answer);

        // Then
        isRefused(response, browser, "was not accepted");
    }

    @Test
    void an_unknown_or_removed_passkey_is_refused() {
        // Given
        String id = person.api().get("/auth/me/passkeys").jsonPath().getString("items[0].id");
        person.api().delete("/auth/me/passkeys/" + id);
        Browser browser = new Browser();

        // When
        Response response = show(browser);

        // Then
        isRefused(response, browser, "was not accepted");
        isRefused(show(new Passkeyring().userHandle("AAAA"), browser), browser, "was not accepted");
    }

    @Test
    void one_that_counts_backwards_is_refused_and_its_owner_is_told() {
        // Given
        ring.count(41);
        assertThat(show(new Browser()).statusCode()).isEqualTo(303);
        ring.count(41);
        Browser thief = new Browser();

        // When
        Response response = show(thief);

        // Then
        isRefused(response, thief, "counted backwards");
        assertThat(TestDatabase.current()
                        .query(
                                "select action from audit_event where object_type = 'passkey' and object_id ="
                                        + " (select id::text from passkey where account_id = ?::uuid) order by position",
                                person.id().toString()))
                .containsExactly("passkey.added", "passkey.copied");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(NotificationServer.received("account-notice").stream()
                                .filter(mail -> mail.recipient()
                                        .path("userId")
                                        .asText()
                                        .equals(person.id().toString()))
                                .map(mail -> mail.data().path("event").asText()))
                        .contains("PASSKEY_COPIED"));
    }

    @Test
    void what_is_no_answer_is_refused() {
        Browser browser = new Browser();
        for (String part : new String[] {"", "?", "AAAA", "A".repeat(5000)}) {
            Response page = browser.get(SIGN_IN);
            Map<String, String> answer = ring.answer(page);
            answer.put("passkey_authenticator_data", part);
            isRefused(browser.submit(page, PASSKEY, answer), browser, "was not accepted");
            page = browser.get(SIGN_IN);
            answer = ring.answer(page);
            answer.put("passkey_signature", part);
            isRefused(browser.submit(page, PASSKEY, answer), browser, "was not accepted");
        }
    }

    @Test
    void a_form_of_somebody_elses_is_refused() {
        Browser browser = new Browser();
        Map<String, String> answer = ring.answer(browser.get(SIGN_IN));

        assertThat(browser.post(PASSKEY, answer).statusCode()).isEqualTo(403);
    }

    @Test
    void a_suspended_person_is_not_let_in() {
        // Given
        Person.administrator()
                .api()
                .body(Map.of("reason", "Left the team"))
                .put("/auth/accounts/" + person.id() + "/ban");
        Browser browser = new Browser();

        // When
        Response response = show(browser);

        // Then
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.asString()).contains("Left the team");
        assertThat(browser.token().statusCode()).isEqualTo(401);
    }

    // ---- In place of the code ----

    /** A browser that has used the link from the mail, of somebody with an authenticator. */
    private Browser halfWay() {
        Browser browser = new Browser();
        int before = SignInMail.to(person.email()).size();
        browser.submit(browser.get(SIGN_IN), "/auth/sign-in/link", Map.of("email", person.email()));
        Response landing =
                browser.get(SignInMail.await(person.email(), before + 1).path());
        Response redeemed = browser.submit(landing, "/auth/sign-in/link/redeem", Map.of());
        assertThat(Browser.pathOf(redeemed)).isEqualTo(SECOND_FACTOR);
        return browser;
    }

    @Test
    void a_passkey_does_in_place_of_the_code() {
        // Given
        Authenticator.of(person);
        Browser browser = halfWay();
        Response page = browser.get(SECOND_FACTOR);
        assertThat(Passkeyring.attribute(page, "allowed")).isEqualTo(Passkeyring.text(ring.credentialId()));
        assertThat(Passkeyring.attribute(page, "verification")).isEqualTo("required");

        // When
        Response response = browser.submit(page, SECOND_FACTOR, ring.answer(page));

        // Then
        assertThat(Browser.pathOf(response)).isEqualTo("/nets/new");
        assertThat(browser.token().statusCode()).isEqualTo(200);
    }

    @Test
    void neither_somebody_elses_nor_an_unverified_one_does() {
        // Given
        Authenticator.of(person);
        Passkeyring other = Passkeyring.of(Person.someone(), "Telephone");
        Browser browser = halfWay();
        Response page = browser.get(SECOND_FACTOR);

        // When
        Response foreign = browser.submit(page, SECOND_FACTOR, other.answer(page));

        // Then
        isRefused(foreign, browser, "was not accepted");
        page = browser.get(SECOND_FACTOR);
        isRefused(browser.submit(page, SECOND_FACTOR, ring.verified(false).answer(page)), browser, "was not accepted");
    }

    @Test
    void a_passkey_is_the_factor_that_an_administrator_shows_again() {
        // Given
        Browser browser = new Browser();
        show(browser);
        String session = TestDatabase.current()
                .query(
                        "select id from session where account_id = ?::uuid and method = 'PASSKEY'",
                        person.id().toString())
                .getFirst();
        TestDatabase.current()
                .update("update session set factor_at = now() - interval '31 minutes' where id = ?::uuid", session);
        Response page = browser.get(STEP_UP + "?return_to=%2Fadmin%2Faccounts");
        assertThat(page.asString()).contains("wants your passkey again").doesNotContain("name=\"code\"");

        // When
        Response response = browser.submit(page, STEP_UP, ring.answer(page));

        // Then
        assertThat(Browser.pathOf(response)).isEqualTo("/admin/accounts");
        assertThat(TestDatabase.current()
                        .query(
                                "select after->>'factor' from audit_event where action = 'session.stepped-up' and object_id = ?",
                                session))
                .containsExactly("PASSKEY");
        assertThat(TestDatabase.current()
                        .query(
                                "select count(*) from session where id = ?::uuid and factor_at > now() - interval '1 minute'",
                                session))
                .containsExactly("1");
    }

    @Test
    void a_wrong_one_changes_nothing_there() {
        // Given
        Browser browser = new Browser();
        show(browser);
        Response page = browser.get(STEP_UP);

        // When
        Response response = browser.submit(
                page, STEP_UP, ring.origin("https://evil.example").answer(page));

        // Then
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString()).contains("was not accepted");
    }
}
