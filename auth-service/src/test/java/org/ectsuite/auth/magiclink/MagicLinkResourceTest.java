package org.ectsuite.auth.magiclink;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ectsuite.auth.AtOnce;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.ServiceUnderTest;
import org.ectsuite.auth.SignInMail;
import org.ectsuite.auth.signin.OpenRedirects;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class MagicLinkResourceTest {

    private static final String ASK = "/auth/sign-in/link";
    private static final String REDEEM = "/auth/sign-in/link/redeem";
    private static final String CODE = "/auth/sign-in/code";

    private final Browser browser = new Browser();
    private final String email = Person.freshAddress();

    private Response ask(Browser from, String address, String returnTo) {
        Response page = from.get("/auth/sign-in");
        return from.submit(page, ASK, Map.of("email", address, "return_to", returnTo));
    }

    private SignInMail askForMail(Browser from, String address) {
        int before = SignInMail.to(address).size();
        assertThat(ask(from, address, "/nets").statusCode()).isEqualTo(303);
        return SignInMail.await(address, before + 1);
    }

    private Response typeCode(Browser in, String code) {
        return in.submit(in.get(CODE), CODE, Map.of("code", code));
    }

    private static boolean signedIn(Browser browser) {
        return browser.token().statusCode() == 200;
    }

    private static String wrong(String code) {
        return (code.startsWith("0") ? "1" : "0") + code.substring(1);
    }

    private int sessionsOf(String address) {
        return Integer.parseInt(TestDatabase.current()
                .query(
                        "select count(*) from session s join account a on a.id = s.account_id where a.email = ?",
                        address)
                .getFirst());
    }

    @Test
    void the_button_behind_the_link_signs_in_and_leads_on() {
        // Given
        Response asked = ask(browser, email, "/nets/new?from=home");
        assertThat(browser.follow(asked).asString()).contains(email);
        Response landing = browser.get(SignInMail.await(email, 1).path());

        // When
        Response in = browser.submit(landing, REDEEM, Map.of());

        // Then
        assertThat(in.statusCode()).isEqualTo(303);
        assertThat(Browser.pathOf(in)).isEqualTo("/nets/new?from=home");
        assertThat(signedIn(browser)).isTrue();
    }

    @Test
    void the_code_signs_in_where_it_was_asked_for() {
        // Given
        SignInMail mail = askForMail(browser, email);

        // When
        Response in =
                typeCode(browser, mail.code().toLowerCase(java.util.Locale.ROOT).replace("-", " "));

        // Then
        assertThat(Browser.pathOf(in)).isEqualTo("/nets");
        assertThat(signedIn(browser)).isTrue();
    }

    @Test
    void opening_the_link_alone_changes_nothing_however_often_and_by_whom() {
        // Given
        SignInMail mail = askForMail(browser, email);
        Browser scanner = new Browser().userAgent("SafeLinks/1.0");

        // When
        for (int i = 0; i < 3; i++) {
            assertThat(scanner.get(mail.path()).statusCode()).isEqualTo(200);
            assertThat(browser.get(mail.path()).statusCode()).isEqualTo(200);
            assertThat(scanner.request().head(mail.path()).statusCode()).isEqualTo(200);
        }

        // Then
        assertThat(signedIn(browser)).isFalse();
        assertThat(signedIn(scanner)).isFalse();
        assertThat(sessionsOf(email)).isZero();
        assertThat(browser.submit(browser.get(mail.path()), REDEEM, Map.of()).statusCode())
                .isEqualTo(303);
    }

    @Test
    void a_link_works_once() {
        // Given
        SignInMail mail = askForMail(browser, email);
        Response landing = browser.get(mail.path());
        String binder = browser.cookie("ect_sign_in");
        browser.submit(landing, REDEEM, Map.of());
        browser.cookie("ect_sign_in", binder);

        // When
        Response again = browser.submit(landing, REDEEM, Map.of());

        // Then
        assertThat(again.statusCode()).isEqualTo(410);
        assertThat(again.detailedCookie("ect_refresh")).isNull();
        assertThat(browser.get(mail.path()).statusCode()).isEqualTo(410);
        assertThat(sessionsOf(email)).isOne();
    }

    @Test
    void of_many_redemptions_at_once_exactly_one_signs_in() throws Exception {
        // Given
        SignInMail mail = askForMail(browser, email);
        String page = browser.get(mail.path()).asString();
        String csrf = page.replaceAll("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");

        // When
        List<Integer> answers = AtOnce.times(
                20,
                () -> browser.request()
                        .urlEncodingEnabled(true)
                        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                        .formParams(mail.form(csrf))
                        .post(REDEEM)
                        .statusCode());

        // Then
        assertThat(answers).containsOnlyOnce(303).containsOnly(303, 410);
        assertThat(sessionsOf(email)).isOne();
    }

    @Test
    void of_link_and_code_at_once_exactly_one_signs_in() throws Exception {
        // Given
        SignInMail mail = askForMail(browser, email);
        String page = browser.get(mail.path()).asString();
        String csrf = page.replaceAll("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");

        // When
        List<Integer> answers = AtOnce.times(10, () -> {
            boolean byLink = Thread.currentThread().threadId() % 2 == 0;
            return browser.request()
                    .urlEncodingEnabled(true)
                    .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                    .formParams(Map.of("t", mail.secret(), "code", mail.code(), "csrf", csrf))
                    .post(byLink ? REDEEM : CODE)
                    .statusCode();
        });

        // Then
        assertThat(answers).containsOnlyOnce(303);
        assertThat(sessionsOf(email)).isOne();
    }

    @Test
    void another_browser_gets_the_code_to_carry_over_and_no_session() {
        // Given
        SignInMail mail = askForMail(browser, email);
        Browser telephone = new Browser();

        // When
        Response landing = telephone.get(mail.path());

        // Then
        assertThat(landing.statusCode()).isEqualTo(200);
        assertThat(landing.asString()).contains(mail.code()).doesNotContain("confirm-sign-in");
        assertThat(typeCode(browser, mail.code()).statusCode()).isEqualTo(303);
        assertThat(signedIn(browser)).isTrue();
        assertThat(signedIn(telephone)).isFalse();
    }

    @Test
    void another_browser_cannot_use_the_link_even_by_hand() {
        // Given: a stranger with a page of his own, and thereby a binder and a form token
        SignInMail mail = askForMail(browser, email);
        Browser stranger = new Browser();
        SignInMail own = askForMail(stranger, Person.freshAddress());
        Response ownPage = stranger.get(own.path());

        // When
        Response swapped = stranger.submit(ownPage, REDEEM, Map.of("t", mail.secret()));

        // Then
        assertThat(swapped.statusCode()).isEqualTo(200);
        assertThat(swapped.detailedCookie("ect_refresh")).isNull();
        assertThat(sessionsOf(email)).isZero();
        // And the owner can still use it.
        assertThat(browser.submit(browser.get(mail.path()), REDEEM, Map.of()).statusCode())
                .isEqualTo(303);
    }

    @Test
    void the_code_of_one_browser_is_worth_nothing_in_another() {
        // Given
        SignInMail mail = askForMail(browser, email);
        Browser stranger = new Browser();
        askForMail(stranger, Person.freshAddress());

        // When
        Response tried = typeCode(stranger, mail.code());

        // Then
        assertThat(tried.statusCode()).isEqualTo(400);
        assertThat(signedIn(stranger)).isFalse();
    }

    @Test
    void a_code_without_the_browser_that_asked_is_worth_nothing() {
        // Given
        SignInMail mail = askForMail(browser, email);
        Response page = browser.get(CODE);
        browser.withoutCookie("ect_sign_in");

        // When
        Response tried = browser.submit(page, CODE, Map.of("code", mail.code()));

        // Then
        assertThat(tried.statusCode()).isEqualTo(410);
        assertThat(sessionsOf(email)).isZero();
    }

    @Test
    void a_newer_request_cancels_the_older_one() {
        // Given
        SignInMail older = askForMail(browser, email);
        Browser second = new Browser();
        SignInMail newer = askForMail(second, email);

        // When
        Response page = browser.get(older.path());

        // Then
        assertThat(page.statusCode()).isEqualTo(410);
        assertThat(browser.get(CODE).statusCode()).isEqualTo(303);
        assertThat(second.submit(second.get(newer.path()), REDEEM, Map.of()).statusCode())
                .isEqualTo(303);
    }

    @Test
    void after_four_wrong_codes_the_right_one_still_works() {
        SignInMail mail = askForMail(browser, email);
        for (int i = 0; i < 4; i++) {
            Response tried = typeCode(browser, wrong(mail.code()));
            assertThat(tried.statusCode()).isEqualTo(400);
            assertThat(tried.asString()).contains("not the code");
        }

        Response in = typeCode(browser, mail.code());

        assertThat(in.statusCode()).isEqualTo(303);
    }

    @Test
    void the_fifth_wrong_code_kills_the_request_link_and_all() {
        // Given
        SignInMail mail = askForMail(browser, email);
        Response page = browser.get(CODE);
        for (int i = 0; i < 4; i++) {
            browser.submit(page, CODE, Map.of("code", wrong(mail.code())));
        }

        // When
        Response fifth = browser.submit(page, CODE, Map.of("code", wrong(mail.code())));

        // Then
        assertThat(fifth.statusCode()).isEqualTo(410);
        assertThat(browser.submit(page, CODE, Map.of("code", mail.code())).statusCode())
                .isEqualTo(410);
        assertThat(browser.get(mail.path()).statusCode()).isEqualTo(410);
        assertThat(sessionsOf(email)).isZero();
    }

    @Test
    void guesses_at_once_are_counted_one_by_one() throws Exception {
        // Given
        SignInMail mail = askForMail(browser, email);
        String csrf = browser.get(CODE).asString().replaceAll("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");

        // When
        List<Integer> answers = AtOnce.times(
                20,
                () -> browser.request()
                        .urlEncodingEnabled(true)
                        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                        .formParams(Map.of("code", wrong(mail.code()), "csrf", csrf))
                        .post(CODE)
                        .statusCode());

        // Then
        assertThat(TestDatabase.current().query("select code_attempts from magic_link where email = ?", email))
                .containsExactly("5");
        assertThat(answers.stream().filter(status -> status == 400)).hasSizeLessThanOrEqualTo(4);
        assertThat(TestDatabase.current().query("select state from magic_link where email = ?", email))
                .containsExactly("LOCKED");
    }

    @Test
    void what_cannot_be_a_code_is_no_attempt() {
        // Given
        askForMail(browser, email);

        // When
        Response tried = typeCode(browser, "hello");

        // Then
        assertThat(tried.statusCode()).isEqualTo(400);
        assertThat(TestDatabase.current().query("select code_attempts from magic_link where email = ?", email))
                .containsExactly("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%00", "../../etc/passwd"})
    void a_link_that_never_was_is_gone(String secret) {
        assertThat(browser.get("/auth/sign-in/link?t=" + secret).statusCode()).isEqualTo(410);
    }

    @Test
    void nothing_in_a_form_leads_to_another_origin() {
        // The field is hidden, but it is the attacker's to fill in.
        Response page = browser.get("/auth/sign-in");
        for (String evil : OpenRedirects.CORPUS) {
            String address = Person.freshAddress();
            assertThat(browser.submit(page, ASK, Map.of("email", address, "return_to", evil))
                            .statusCode())
                    .as(evil)
                    .isEqualTo(303);
            assertThat(TestDatabase.current().query("select continuation from magic_link where email = ?", address))
                    .as(evil)
                    .containsExactly("/");
        }
    }

    @Test
    void nothing_in_the_address_of_the_page_leads_to_another_origin() {
        Response page = browser.get("/auth/sign-in?return_to=https%3A%2F%2Fevil.example%2F");

        assertThat(page.asString()).contains("name=\"return_to\" value=\"/\"").doesNotContain("evil.example");
    }

    @Test
    void answers_alike_whether_there_is_an_account_or_not() {
        // Given
        Person known = Person.someone();
        String unknown = Person.freshAddress();
        Browser one = new Browser();
        Browser two = new Browser();

        // When
        Response forKnown = ask(one, known.email(), "/nets");
        Response forUnknown = ask(two, unknown, "/nets");

        // Then
        assertThat(forKnown.statusCode()).isEqualTo(forUnknown.statusCode()).isEqualTo(303);
        assertThat(shape(forKnown)).isEqualTo(shape(forUnknown));
        assertThat(one.follow(forKnown).asString().replace(known.email(), "X").replaceAll("value=\"[^\"]*\"", ""))
                .isEqualTo(
                        two.follow(forUnknown).asString().replace(unknown, "X").replaceAll("value=\"[^\"]*\"", ""));
        // Both get a mail of the same kind; what differs is decided when the mailbox is proven.
        SignInMail.await(known.email(), 2);
        SignInMail.await(unknown, 1);
    }

    private static Set<String> shape(Response response) {
        return response.headers().asList().stream()
                .filter(header -> !header.getName().equalsIgnoreCase("X-Request-Id"))
                // These count the requests of an address, whomever they are about.
                .filter(header -> !header.getName().startsWith("RateLimit-"))
                .map(header -> header.getName() + ": " + header.getValue().replaceAll("[A-Za-z0-9_-]{43}", "secret"))
                .collect(Collectors.toSet());
    }

    @Test
    void the_fourth_mail_to_a_mailbox_in_ten_minutes_is_refused_whatever_its_tag() {
        // Given
        String mailbox = "op-" + UUID.randomUUID();
        for (int i = 0; i < 3; i++) {
            assertThat(ask(new Browser(), mailbox + "+" + i + "@example.org", "/")
                            .statusCode())
                    .isEqualTo(303);
        }

        // When
        Response fourth = ask(browser, mailbox.toUpperCase(java.util.Locale.ROOT) + "@EXAMPLE.org", "/");

        // Then
        assertThat(fourth.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(fourth.header("Retry-After"))).isBetween(500, 600);
        assertThat(fourth.asString()).contains("Several mails");
        assertThat(ask(browser, Person.freshAddress(), "/").statusCode()).isEqualTo(303);
    }

    @Test
    void requests_at_once_do_not_slip_through_the_budget() throws Exception {
        // Given
        String csrf =
                browser.get("/auth/sign-in").asString().replaceAll("(?s).*name=\"csrf\" value=\"([^\"]+)\".*", "$1");

        // When
        List<Integer> answers = AtOnce.times(
                12,
                () -> browser.request()
                        .urlEncodingEnabled(true)
                        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                        .formParams(Map.of("email", email, "return_to", "/", "csrf", csrf))
                        .post(ASK)
                        .statusCode());

        // Then
        assertThat(answers.stream().filter(status -> status == 303)).hasSize(3);
        assertThat(answers.stream().filter(status -> status == 429)).hasSize(9);
        assertThat(TestDatabase.current()
                        .query("select count(*) from magic_link where email = ? and state = 'PENDING'", email))
                .containsExactly("1");
    }

    @Test
    void asks_again_for_an_address_that_is_none() {
        Response page = browser.get("/auth/sign-in?return_to=/nets");

        Response again = browser.submit(page, ASK, Map.of("email", "ann at example"));

        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.asString())
                .contains("value=\"ann at example\"")
                .contains("aria-invalid=\"true\"")
                .contains("name=\"return_to\" value=\"/nets\"");
    }

    @Test
    void what_was_typed_is_shown_as_text() {
        Response page = browser.get("/auth/sign-in");

        Response again = browser.submit(page, ASK, Map.of("email", "\"><script>alert(1)</script>"));

        assertThat(again.asString()).doesNotContain("<script>").contains("&lt;script&gt;");
    }

    @Test
    void the_mail_says_what_its_reader_needs_and_expires_with_the_link() {
        SignInMail mail = askForMail(browser, email);

        var data = mail.received().data();
        assertThat(data.path("client").asText()).isEqualTo("Firefox on Linux");
        Instant requested = Instant.parse(data.path("requestedAt").asText());
        Instant expires = Instant.parse(data.path("expiresAt").asText());
        assertThat(Duration.between(requested, expires)).isEqualTo(Duration.ofMinutes(10));
        assertThat(Instant.parse(mail.received().body().path("expiresAt").asText()))
                .isEqualTo(expires);
    }

    @Test
    void the_database_holds_nothing_that_signs_anybody_in() {
        // Given
        SignInMail mail = askForMail(browser, email);

        // When
        List<String> row = TestDatabase.current().query("select m::text from magic_link m where email = ?", email);

        // Then
        assertThat(row)
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .doesNotContain(mail.secret())
                        .doesNotContain(mail.code())
                        .doesNotContain(mail.code().replace("-", ""))
                        .doesNotContain(browser.cookie("ect_sign_in")));
    }

    @Test
    void the_cookie_of_the_asking_browser_is_fresh_each_time_and_no_script_reads_it() {
        Response asked = ask(browser, email, "/");

        var cookie = asked.detailedCookie("ect_sign_in");
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/auth/sign-in");
        assertThat(cookie.getMaxAge()).isEqualTo(600);
        assertThat(ask(browser, email, "/").cookie("ect_sign_in")).isNotEqualTo(cookie.getValue());
    }

    @Test
    void signing_in_anew_ends_the_session_before() {
        // Given
        Person person = Person.someone();
        String before = person.claim("sid");

        // When
        Person.signIn(person.email(), person.browser());

        // Then
        assertThat(person.renew().claim("sid")).isNotEqualTo(before);
        assertThat(TestDatabase.current().query("select end_reason from session where id = ?::uuid", before))
                .containsExactly("REPLACED");
    }

    @Test
    void the_trail_tells_of_the_request_the_account_and_the_session() {
        Person person = Person.someone();

        List<String> actions = TestDatabase.current()
                .query(
                        "select action from audit_event where actor_subject = ? order by id",
                        person.id().toString());
        List<String> requests = TestDatabase.current()
                .query(
                        "select a.action from audit_event a join magic_link m on m.id::text = a.object_id"
                                + " where m.email = ?",
                        person.email());

        assertThat(actions).containsExactly("account.created", "session.opened");
        assertThat(requests).containsExactly("magic-link.requested");
    }

    @Test
    void the_owner_of_the_configured_mailbox_is_administrator() {
        assertThat(Person.administrator().claim("groups")).contains("ADMIN");
        assertThat(Person.administrator().email()).isEqualTo(ServiceUnderTest.ADMIN_EMAIL);
    }

    @Test
    void everybody_else_is_a_user() {
        assertThat(Person.someone().claim("groups")).isEqualTo("[USER]");
    }

    @Test
    void the_first_proof_removes_what_a_stranger_prepared() {
        // Given: an account with a name, a callsign and a session that the owner of the mailbox never saw
        UUID account = UUID.randomUUID();
        UUID session = UUID.randomUUID();
        TestDatabase.current()
                .update(
                        """
                        insert into account (id, email, email_key, name, callsign, gmrs_callsign, earlier_callsigns, place, grid,
                                             zone, locale, role, created_at, version)
                        values (?, ?, ?, 'Mallory', ?, 'WRAB123', 'KB1OLD', 'Shelter 3', 'FN31',
                                'UTC', 'en', 'USER', now(), 0)""",
                        account,
                        email,
                        email,
                        "X"
                                + Integer.toString(Math.floorMod(account.hashCode(), 1_000_000), 36)
                                        .toUpperCase(java.util.Locale.ROOT)
                                + "Q");
        TestDatabase.current().update("""
                insert into session (id, account_id, method, client_address, user_agent, created_at, last_used_at, signed_in_at,
                                     idle_until, expires_at)
                values (?, ?, 'EMAIL', '203.0.113.9', 'x', now(), now(), now(), now() + interval '1 day', now() + interval '1 day')""", session, account);

        // When
        Person owner = Person.signedIn(email);

        // Then
        assertThat(owner.id()).isEqualTo(account);
        assertThat(owner.claim("name")).isEqualTo("null");
        assertThat(owner.claim("callsign")).isEqualTo("null");
        JsonPath me = owner.api().get("/auth/me").jsonPath();
        assertThat(me.getString("gmrsCallsign")).isNull();
        assertThat(me.getList("earlierCallsigns")).isEmpty();
        assertThat(me.getString("location")).isNull();
        assertThat(TestDatabase.current().query("select end_reason from session where id = ?", session))
                .containsExactly("UNPROVEN");
        assertThat(TestDatabase.current().query("select kind from revocation where value = ?", session.toString()))
                .containsExactly("sid");
    }

    @Test
    void a_later_proof_keeps_what_the_owner_wrote() {
        // Given
        Person person = Person.someone();
        person.api()
                .header(
                        "If-Match",
                        "\"" + person.api().get("/auth/me").jsonPath().getLong("version") + "\"")
                .body(Map.of("name", "Ann", "zone", "UTC", "locale", "en"))
                .put("/auth/me")
                .then()
                .statusCode(200);

        // When
        Person again = Person.signedIn(person.email());

        // Then
        assertThat(again.claim("name")).isEqualTo("Ann");
        assertThat(person.browser().token().statusCode()).isEqualTo(200);
    }
}
