package org.ectsuite.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.ProviderServer;
import org.ectsuite.auth.RelyingParty;
import org.ectsuite.auth.ServiceUnderTest;
import org.ectsuite.auth.SignInMail;
import org.ectsuite.testsupport.NotificationServer;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An installation in which nobody makes an account without an invitation. */
@QuarkusTest
@TestProfile(InvitationsResourceTest.ByInvitation.class)
class InvitationsResourceTest {

    /** The one configuration that all of it needs. */
    public static class ByInvitation implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("ect.auth.registration.mode", "invitation");
        }
    }

    private static final String PATH = "/auth/admin/invitations";

    private final String email = Person.freshAddress();

    private static Response invite(String address) {
        return Person.administrator().api().body(Map.of("email", address)).post(PATH);
    }

    private static String invited(String address) {
        Response sent = invite(address);
        assertThat(sent.statusCode()).as(sent.asString()).isEqualTo(201);
        return sent.jsonPath().getString("id");
    }

    private static List<NotificationServer.Received> mails(String address) {
        return NotificationServer.received("invitation").stream()
                .filter(mail -> mail.recipient().path("address").asText().equals(address))
                .toList();
    }

    /** The path of the link in the newest of so many invitations. */
    private static String link(String address, int number) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> mails(address).size() >= number);
        String link = mails(address).get(number - 1).data().path("link").asText();
        assertThat(link).startsWith(ServiceUnderTest.PUBLIC_URL + "/auth/invitation?t=");
        return link.substring(ServiceUnderTest.PUBLIC_URL.length());
    }

    /** Asks for a sign-in link and follows it, whatever comes of it. */
    private static Response come(Browser browser, String address) {
        int before = SignInMail.to(address).size();
        browser.submit(browser.get("/auth/sign-in"), "/auth/sign-in/link", Map.of("email", address));
        Response landing = browser.get(SignInMail.await(address, before + 1).path());
        return browser.submit(landing, "/auth/sign-in/link/redeem", Map.of());
    }

    private static JsonPath one(String id) {
        JsonPath list = Person.administrator().api().get(PATH + "?limit=200").jsonPath();
        return list.setRootPath("items.find { it.id == '" + id + "' }");
    }

    private static List<String> audit(String id) {
        return TestDatabase.current().query("select action from audit_event where object_id = ? order by position", id);
    }

    @Test
    void an_invitation_is_accepted_by_signing_in() {
        // Given
        String id = invited(email);
        Browser browser = new Browser();
        Response page = browser.get(link(email, 1));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString()).contains(email);

        // When
        Response asked = browser.submit(page, "/auth/sign-in/link", Map.of());
        assertThat(asked.statusCode()).isEqualTo(303);
        Response landing = browser.get(SignInMail.await(email, 1).path());
        Response in = browser.submit(landing, "/auth/sign-in/link/redeem", Map.of());

        // Then
        assertThat(Browser.pathOf(in)).isEqualTo("/profile");
        assertThat(browser.token().statusCode()).isEqualTo(200);
        assertThat(one(id).getString("status")).isEqualTo("ACCEPTED");
        assertThat(audit(id)).containsExactly("invitation.sent", "invitation.accepted");
        assertThat(browser.get(link(email, 1)).statusCode()).isEqualTo(410);
    }

    @Test
    void who_is_invited_may_also_come_by_himself() {
        invited(email);

        Response in = come(new Browser(), email);

        assertThat(in.statusCode()).isEqualTo(303);
        // And again, now that the invitation is used up.
        assertThat(come(new Browser(), email).statusCode()).isEqualTo(303);
    }

    @Test
    void who_is_not_invited_stays_outside_and_leaves_nothing() {
        Browser browser = new Browser();

        Response refused = come(browser, email);

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.asString()).contains("need an invitation");
        assertThat(browser.token().statusCode()).isEqualTo(401);
        assertThat(TestDatabase.current().query("select id::text from account where email = ?", email))
                .isEmpty();
    }

    @Test
    void asking_for_a_link_tells_nobody_who_is_invited_or_has_an_account() {
        // Given
        invited(email);
        String known = ServiceUnderTest.ADMIN_EMAIL;
        Person.administrator();
        String unknown = Person.freshAddress();

        // When
        List<String> answers = new ArrayList<>();
        for (String address : List.of(email, known, unknown)) {
            Browser browser = new Browser();
            Response asked =
                    browser.submit(browser.get("/auth/sign-in"), "/auth/sign-in/link", Map.of("email", address));
            answers.add(asked.statusCode() + " " + asked.header("Location"));
        }

        // Then
        assertThat(answers).containsOnly("303 " + ServiceUnderTest.PUBLIC_URL + "/auth/sign-in/code");
        SignInMail.await(unknown, 1);
    }

    @Test
    void the_sign_in_page_promises_newcomers_nothing() {
        assertThat(new Browser().get("/auth/sign-in").asString()).doesNotContain("New here?");
    }

    @Test
    void an_invitation_that_was_taken_back_opens_nothing() {
        // Given
        String id = invited(email);
        String link = link(email, 1);

        // When
        Response revoked = Person.administrator().api().delete(PATH + "/" + id);

        // Then
        assertThat(revoked.statusCode()).isEqualTo(204);
        assertThat(new Browser().get(link).statusCode()).isEqualTo(410);
        assertThat(come(new Browser(), email).statusCode()).isEqualTo(403);
        assertThat(one(id).getString("status")).isEqualTo("REVOKED");
        assertThat(audit(id)).containsExactly("invitation.sent", "invitation.revoked");
        assertThat(Person.administrator().api().delete(PATH + "/" + id).statusCode())
                .isEqualTo(409);
        // The address can be invited anew.
        assertThat(invite(email).statusCode()).isEqualTo(201);
    }

    @Test
    void an_invitation_ends_by_itself_and_can_be_sent_again() {
        // Given
        String id = invited(email);
        String old = link(email, 1);
        TestDatabase.current()
                .update(
                        "update invitation set created_at = now() - interval '8 days',"
                                + " expires_at = now() - interval '1 second' where id = ?::uuid",
                        id);
        assertThat(one(id).getString("status")).isEqualTo("EXPIRED");
        assertThat(new Browser().get(old).statusCode()).isEqualTo(410);
        assertThat(come(new Browser(), email).statusCode()).isEqualTo(403);

        // When
        Response again = Person.administrator().api().post(PATH + "/" + id + "/resend");

        // Then
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.jsonPath().getString("status")).isEqualTo("PENDING");
        assertThat(Instant.parse(again.jsonPath().getString("expiresAt")))
                .isEqualTo(Instant.parse(again.jsonPath().getString("sentAt")).plus(Duration.ofDays(7)));
        assertThat(new Browser().get(link(email, 2)).statusCode()).isEqualTo(200);
        assertThat(new Browser().get(old).statusCode()).isEqualTo(410);
        assertThat(come(new Browser(), email).statusCode()).isEqualTo(303);
    }

    @Test
    void sending_again_makes_the_older_link_worthless() {
        String id = invited(email);
        String old = link(email, 1);

        Person.administrator().api().post(PATH + "/" + id + "/resend");

        assertThat(new Browser().get(old).statusCode()).isEqualTo(410);
        assertThat(new Browser().get(link(email, 2)).statusCode()).isEqualTo(200);
        assertThat(audit(id)).containsExactly("invitation.sent", "invitation.resent");
    }

    @Test
    void nobody_is_invited_twice_or_with_an_account() {
        invited(email);

        Response twice = invite(email.toUpperCase(java.util.Locale.ROOT));
        Response known = invite(ServiceUnderTest.ADMIN_EMAIL);

        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(twice.jsonPath().getString("code")).isEqualTo("already-invited");
        assertThat(known.statusCode()).isEqualTo(409);
        assertThat(known.jsonPath().getString("code")).isEqualTo("account-exists");
    }

    @Test
    void the_letter_says_who_invites_in_his_language() {
        Response me = Person.administrator().api().get("/auth/me");
        Person.administrator()
                .api()
                .header("If-Match", me.header("ETag"))
                .body(Map.of("name", "Anna", "zone", "Europe/Berlin", "locale", "de"))
                .put("/auth/me");

        invited(email);
        link(email, 1);

        NotificationServer.Received mail = mails(email).getFirst();
        assertThat(mail.data().path("inviter").asText()).isEqualTo("Anna");
        assertThat(mail.recipient().path("locale").asText()).isEqualTo("de");
    }

    @Test
    void the_database_knows_only_a_hash_of_the_link() {
        invited(email);
        String secret = link(email, 1).replaceAll(".*t=", "");

        assertThat(TestDatabase.current()
                        .query("select token_hash = sha256(?::bytea) from invitation where email = ?", secret, email))
                .containsExactly("t");
        assertThat(TestDatabase.current().query("select audit_event::text from audit_event"))
                .noneMatch(row -> row.contains(secret));
    }

    @Test
    void lists_by_status_and_says_the_mode() {
        String id = invited(email);

        assertThat(Person.administrator()
                        .api()
                        .get(PATH + "?status=PENDING&limit=200")
                        .jsonPath()
                        .getList("items.id"))
                .contains(id);
        assertThat(Person.administrator()
                        .api()
                        .get(PATH + "?status=ACCEPTED&limit=200")
                        .jsonPath()
                        .getList("items.id"))
                .doesNotContain(id);
        assertThat(Person.administrator()
                        .api()
                        .get(PATH + "/registration")
                        .jsonPath()
                        .getString("mode"))
                .isEqualTo("INVITATION");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"email\":\"nobody\"}", "{\"email\":\"a@b.example\",\"role\":\"ADMIN\"}"})
    void refuses_what_is_no_address(String body) {
        assertThat(Person.administrator().api().body(body).post(PATH).statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00"})
    void a_link_that_never_was_is_gone(String secret) {
        assertThat(new Browser().get("/auth/invitation?t=" + secret).statusCode())
                .isEqualTo(410);
    }

    @Test
    void only_administrators_invite() {
        invited(email);
        Browser browser = new Browser();
        come(browser, email);
        String token = browser.token().jsonPath().getString("access_token");

        assertThat(Person.withToken(token).get(PATH).statusCode()).isEqualTo(403);
        assertThat(Person.withToken(token)
                        .body(Map.of("email", email))
                        .post(PATH)
                        .statusCode())
                .isEqualTo(403);
        assertThat(Person.withToken(token)
                        .delete(PATH + "/" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(403);
        assertThat(Person.withToken(token)
                        .post(PATH + "/" + UUID.randomUUID() + "/resend")
                        .statusCode())
                .isEqualTo(403);
    }

    /** Comes back from Google, which vouches for the address. */
    private static Response comeByGoogle(Browser browser, String address) {
        Response page = browser.get("/auth/sign-in");
        String there = RelyingParty.onward(browser.submit(page, "/auth/sign-in/with/google", Map.of()));
        return browser.get(ProviderServer.agree(there, ProviderServer.atGoogle(address)));
    }

    @Test
    void a_providers_word_is_no_invitation() {
        Browser browser = new Browser();

        Response back = comeByGoogle(browser, email);

        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(back.asString()).contains("need an invitation", "id=\"send-link\"");
        assertThat(browser.token().statusCode()).isEqualTo(401);
        assertThat(TestDatabase.current().query("select email from account where email = ?", email))
                .isEmpty();
    }

    @Test
    void who_is_invited_may_come_by_a_provider() {
        String id = invited(email);
        Browser browser = new Browser();

        Response back = comeByGoogle(browser, email);

        assertThat(back.statusCode()).as(back.asString()).isEqualTo(303);
        assertThat(browser.token().statusCode()).isEqualTo(200);
        assertThat(TestDatabase.current().query("select state from invitation where id = ?::uuid", id))
                .containsExactly("ACCEPTED");
    }
}
