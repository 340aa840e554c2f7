package org.ectsuite.auth.emailchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.ectsuite.auth.AtOnce;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.ServiceUnderTest;
import org.ectsuite.auth.SignInMail;
import org.ectsuite.testsupport.NotificationServer;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class EmailChangeResourceTest {

    private static final String OWN = "/auth/me/email-change";
    private static final String CONFIRM = "/auth/email-change";
    private static final String UNDO = CONFIRM + "/undo";

    private final String former = Person.freshAddress();
    private final String later = Person.freshAddress();
    private Person person;

    @BeforeEach
    void signIn() {
        person = Person.signedIn(former);
    }

    private static Response ask(Person who, String email) {
        return who.api().body(Map.of("email", email)).post(OWN);
    }

    private static List<NotificationServer.Received> mails(String kind, String address) {
        return NotificationServer.received(kind).stream()
                .filter(mail -> mail.recipient().path("address").asText().equals(address))
                .toList();
    }

    /** The path of the link in the newest of so many mails. */
    private static String link(String kind, String address, int number) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> mails(kind, address).size() >= number);
        String link = mails(kind, address).get(number - 1).data().path("link").asText();
        assertThat(link).startsWith(ServiceUnderTest.PUBLIC_URL + CONFIRM);
        return link.substring(ServiceUnderTest.PUBLIC_URL.length());
    }

    private static Response press(String link, String action) {
        Browser browser = new Browser();
        return browser.submit(browser.get(link), action, Map.of());
    }

    private void changed(String address) {
        assertThat(ask(person, address).statusCode()).isEqualTo(200);
        assertThat(press(link("address-confirmation", address, 1), CONFIRM).statusCode())
                .isEqualTo(200);
    }

    private static String emailOf(Person who) {
        return TestDatabase.current()
                .query("select email from account where id = ?", who.id())
                .getFirst();
    }

    private static List<String> audit(Person who) {
        return TestDatabase.current()
                .query(
                        "select action from audit_event where object_id = ? and action like '%email%' order by position",
                        who.id().toString());
    }

    private static Response comeIn(Browser browser, String email) {
        int before = SignInMail.to(email).size();
        browser.submit(browser.get("/auth/sign-in"), "/auth/sign-in/link", Map.of("email", email));
        Response landing = browser.get(SignInMail.await(email, before + 1).path());
        return browser.submit(landing, "/auth/sign-in/link/redeem", Map.of());
    }

    @Test
    void the_new_address_counts_once_it_is_confirmed() {
        // Given
        assertThat(ask(person, later).jsonPath().getString("email")).isEqualTo(later);
        assertThat(emailOf(person)).isEqualTo(former);
        String link = link("address-confirmation", later, 1);
        assertThat(new Browser().get(link).asString()).contains(later);

        // When
        Response confirmed = press(link, CONFIRM);

        // Then
        assertThat(confirmed.statusCode()).isEqualTo(200);
        assertThat(emailOf(person)).isEqualTo(later);
        assertThat(person.api().get("/auth/me").jsonPath().getString("email")).isEqualTo(later);
        assertThat(person.api().get(OWN).jsonPath().<Object>get("email")).isNull();
        assertThat(audit(person)).containsExactly("email-change.requested", "account.email-changed");
        Person again = Person.signedIn(later);
        assertThat(again.id()).isEqualTo(person.id());
    }

    @Test
    void opening_the_links_alone_changes_nothing() {
        ask(person, later);
        String link = link("address-confirmation", later, 1);

        for (int i = 0; i < 3; i++) {
            assertThat(new Browser().get(link).statusCode()).isEqualTo(200);
        }

        assertThat(emailOf(person)).isEqualTo(former);
        assertThat(person.api().get(OWN).jsonPath().getString("email")).isEqualTo(later);
    }

    @Test
    void a_link_works_once_however_many_press_the_button() throws Exception {
        // Given
        ask(person, later);
        String link = link("address-confirmation", later, 1);

        // When
        List<Integer> answers = AtOnce.times(5, () -> press(link, CONFIRM).statusCode());

        // Then
        assertThat(answers).containsOnlyOnce(200);
        assertThat(new Browser().get(link).statusCode()).isEqualTo(410);
        assertThat(mails("address-changed", former)).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void the_old_address_hears_of_it_and_not_of_all_of_the_new_one() {
        changed(later);

        String undo = link("address-changed", former, 1);

        NotificationServer.Received mail = mails("address-changed", former).getFirst();
        assertThat(undo).startsWith(UNDO + "?t=");
        assertThat(mail.data().path("address").asText()).isEqualTo("o***@example.org");
        assertThat(mail.data().toString()).doesNotContain(later);
    }

    @Test
    void the_old_address_takes_the_change_back_and_everybody_is_signed_out() {
        // Given: somebody at an open browser, who also made himself a key
        person.api()
                .body(Map.of("name", "Bot", "scopes", List.of("ectlog:read"), "expiresInDays", 1))
                .post("/auth/me/api-keys");
        changed(later);
        String token = person.accessToken();

        // When
        Response undone = press(link("address-changed", former, 1), UNDO);

        // Then
        assertThat(undone.statusCode()).isEqualTo(200);
        assertThat(emailOf(person)).isEqualTo(former);
        assertThat(person.browser().token().statusCode()).isEqualTo(401);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Person.withToken(token).get("/auth/me").statusCode() == 401);
        assertThat(TestDatabase.current()
                        .query("select id::text from api_key where account_id = ? and revoked_at is null", person.id()))
                .isEmpty();
        assertThat(audit(person))
                .containsExactly("email-change.requested", "account.email-changed", "account.email-restored");
        assertThat(Person.signedIn(former).id()).isEqualTo(person.id());
        assertThat(press(link("address-changed", former, 1), UNDO).statusCode()).isEqualTo(403);
        assertThat(new Browser().get(link("address-changed", former, 1)).statusCode())
                .isEqualTo(410);
    }

    @Test
    void an_older_change_that_is_taken_back_takes_the_later_ones_with_it() {
        // Given: a thief who hides behind a second change
        String third = Person.freshAddress();
        changed(later);
        changed(third);
        String undoOfSecond = link("address-changed", later, 1);

        // When
        press(link("address-changed", former, 1), UNDO);

        // Then
        assertThat(emailOf(person)).isEqualTo(former);
        assertThat(new Browser().get(undoOfSecond).statusCode()).isEqualTo(410);
    }

    @Test
    void nobody_else_gets_the_old_address_while_it_can_be_taken_back() {
        // Given
        changed(later);
        Person rival = Person.someone();

        // When
        Response stranger = comeIn(new Browser(), former);
        ask(rival, former);
        Response grab = press(link("address-confirmation", former, 1), CONFIRM);

        // Then
        assertThat(stranger.statusCode()).isEqualTo(403);
        assertThat(grab.statusCode()).isEqualTo(409);
        assertThat(emailOf(rival)).isEqualTo(rival.email());
        assertThat(TestDatabase.current().query("select id::text from account where email = ?", former))
                .isEmpty();
    }

    @Test
    void the_time_to_take_it_back_ends() {
        changed(later);
        String undo = link("address-changed", former, 1);

        TestDatabase.current().update("update email_change set undo_until = now() where account_id = ?", person.id());

        assertThat(new Browser().get(undo).statusCode()).isEqualTo(410);
        assertThat(comeIn(new Browser(), former).statusCode()).isEqualTo(303);
    }

    @Test
    void nobody_learns_by_asking_whether_an_address_has_an_account() {
        // Given
        Person other = Person.someone();

        // When
        Response known = ask(person, other.email());
        Response unknown = ask(person, later);

        // Then
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(200);
        link("address-confirmation", other.email(), 1);
        link("address-confirmation", later, 1);
    }

    @Test
    void the_owner_of_an_address_with_an_account_is_told_so_and_nothing_changes() {
        Person other = Person.someone();
        ask(person, other.email());

        Response refused = press(link("address-confirmation", other.email(), 1), CONFIRM);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.asString()).contains("another account");
        assertThat(emailOf(person)).isEqualTo(former);
        assertThat(emailOf(other)).isEqualTo(other.email());
    }

    @Test
    void another_spelling_of_the_own_address_is_a_change_like_any_other() {
        String shouting = former.toUpperCase(java.util.Locale.ROOT).replace("@EXAMPLE.ORG", "@example.org");

        changed(shouting);

        assertThat(emailOf(person)).isEqualTo(shouting);
    }

    @Test
    void who_signed_in_long_ago_does_not_begin_a_change() {
        // Given
        TestDatabase.current()
                .update(
                        "update session set signed_in_at = now() - interval '1 hour' where id = ?::uuid",
                        person.claim("sid"));

        // When
        Response response = ask(person, later);

        // Then
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.jsonPath().getString("code")).isEqualTo("step-up-required");
        assertThat(mails("address-confirmation", later)).isEmpty();
    }

    @Test
    void a_newer_request_cancels_the_older_and_its_owner_cancels_both() {
        // Given
        ask(person, later);
        String first = link("address-confirmation", later, 1);
        String other = Person.freshAddress();
        ask(person, other);
        String second = link("address-confirmation", other, 1);

        // When
        Response cancelled = person.api().delete(OWN);

        // Then
        assertThat(cancelled.statusCode()).isEqualTo(204);
        assertThat(new Browser().get(first).statusCode()).isEqualTo(410);
        assertThat(new Browser().get(second).statusCode()).isEqualTo(410);
        assertThat(person.api().delete(OWN).statusCode()).isEqualTo(404);
    }

    @Test
    void a_confirmation_comes_in_time_or_not_at_all() {
        ask(person, later);
        String link = link("address-confirmation", later, 1);

        TestDatabase.current()
                .update(
                        "update email_change set created_at = now() - interval '2 hours', expires_at = now()"
                                + " where account_id = ?",
                        person.id());

        assertThat(new Browser().get(link).statusCode()).isEqualTo(410);
        assertThat(person.api().get(OWN).jsonPath().<Object>get("email")).isNull();
    }

    @Test
    void the_sixth_request_of_a_day_is_refused() {
        for (int i = 0; i < 5; i++) {
            assertThat(ask(person, Person.freshAddress()).statusCode()).isEqualTo(200);
        }

        Response sixth = ask(person, later);

        assertThat(sixth.statusCode()).isEqualTo(429);
        assertThat(sixth.jsonPath().getString("code")).isEqualTo("too-many-email-changes");
    }

    @Test
    void a_form_that_is_not_ours_changes_nothing() {
        ask(person, later);
        String link = link("address-confirmation", later, 1);
        Browser browser = new Browser();

        Response forged = browser.submit(browser.get(link), CONFIRM, Map.of("csrf", "x"));

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(emailOf(person)).isEqualTo(former);
    }

    @Test
    void the_database_knows_only_hashes_of_the_links() {
        changed(later);
        String secret = link("address-confirmation", later, 1).replaceAll(".*t=", "");
        String undo = link("address-changed", former, 1).replaceAll(".*t=", "");

        assertThat(TestDatabase.current().query("select email_change::text from email_change"))
                .noneMatch(row -> row.contains(secret) || row.contains(undo));
        assertThat(TestDatabase.current()
                        .query(
                                "select token_hash = sha256(?::bytea) and undo_hash = sha256(?::bytea) from email_change"
                                        + " where account_id = ?",
                                secret,
                                undo,
                                person.id()))
                .containsExactly("t");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"email\":\"nobody\"}", "{\"email\":\"\"}", "{\"email\":\"a@b.example\",\"x\":1}"})
    void refuses_what_is_no_address(String body) {
        assertThat(person.api().body(body).post(OWN).statusCode()).isEqualTo(400);
    }

    @Test
    void the_present_address_is_no_change() {
        Response same = ask(person, former);

        assertThat(same.statusCode()).isEqualTo(409);
        assertThat(same.jsonPath().getString("code")).isEqualTo("same-address");
    }
}
