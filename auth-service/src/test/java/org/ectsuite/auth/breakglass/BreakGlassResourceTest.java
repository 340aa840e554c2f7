package org.ectsuite.auth.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.ectsuite.auth.Authenticator;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.command.OperatorCommand;
import org.ectsuite.testsupport.NotificationServer;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BreakGlassResourceTest {

    private static final String PAGE = "/auth/sign-in/break-glass";
    private static final Pattern PRINTED = Pattern.compile("^One-time code +([A-Za-z0-9_-]{43})$", Pattern.MULTILINE);

    @Inject
    BreakGlass glass;

    @Inject
    BreakGlassCommand command;

    private Person person;

    @BeforeEach
    void becomeAdministrator() {
        person = Person.someone();
        role("ADMIN");
    }

    /** Other tests count administrators. */
    @AfterEach
    void resign() {
        role("USER");
    }

    private void role(String role) {
        TestDatabase.current()
                .update(
                        "update account set role = ?, banned_at = null, ban_reason = null where id = ?::uuid",
                        role,
                        person.id().toString());
    }

    private void suspend() {
        TestDatabase.current()
                .update(
                        "update account set banned_at = now(), ban_reason = 'Left the team' where id = ?::uuid",
                        person.id().toString());
    }

    private Issue issue(String address) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> glass.issue(address));
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private OperatorCommand.Outcome call(String address) {
        try {
            return VertxContextSupport.subscribeAndAwait(() -> command.run(Set.of(), List.of(address)));
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    private String code() {
        return ((Issue.Issued) issue(person.email())).code().text();
    }

    private static Response use(Browser browser, String code) {
        return browser.submit(browser.get(PAGE), PAGE, Map.of("code", code));
    }

    private static void isRefused(Response response, Browser browser) {
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.asString()).contains("That code is not good");
        assertThat(browser.token().statusCode()).isEqualTo(401);
    }

    private long codesOf(Person who) {
        return Long.parseLong(TestDatabase.current()
                .query(
                        "select count(*) from break_glass_code where account_id = ?::uuid",
                        who.id().toString())
                .getFirst());
    }

    // ---- Making one ----

    @Test
    void a_code_is_kept_as_a_hash_and_the_trail_tells_who_made_it() {
        // When
        Issue.Issued issued = (Issue.Issued) issue(person.email());

        // Then
        assertThat(issued.page()).isEqualTo("http://localhost:8080" + PAGE);
        assertThat(TestDatabase.current()
                        .query(
                                "select length(code_hash) || ' ' || extract(epoch from expires_at - created_at)::int"
                                        + " from break_glass_code where account_id = ?::uuid",
                                person.id().toString()))
                .containsExactly("32 900");
        assertThat(TestDatabase.current()
                        .query(
                                "select actor_subject || ' ' || actor_client || ' ' || client_address from audit_event"
                                        + " where action = 'break-glass.issued' and object_id = ?",
                                person.id().toString()))
                .containsExactly("host shell -");
    }

    @Test
    void the_command_prints_a_code_that_lets_the_administrator_in() {
        // When
        OperatorCommand.Outcome outcome = call(person.email());

        // Then
        assertThat(outcome.good()).isTrue();
        Matcher code = PRINTED.matcher(outcome.text());
        assertThat(code.find()).as(outcome.text()).isTrue();
        assertThat(outcome.text()).contains("http://localhost:8080" + PAGE).contains("once, for 15 min, until 20");
        assertThat(use(new Browser(), code.group(1)).statusCode()).isEqualTo(303);
    }

    @Test
    void the_command_says_why_there_is_no_code() {
        assertThat(call("admin")).isEqualTo(new OperatorCommand.Outcome(false, "That is not a mail address."));
        assertThat(call(Person.freshAddress()))
                .isEqualTo(new OperatorCommand.Outcome(false, "No administrator has this address."));
    }

    @Test
    void nobody_but_an_administrator_gets_one() {
        role("NCS");

        assertThat(issue(person.email())).isEqualTo(new Issue.Refused(Issue.Why.NO_ADMINISTRATOR));
        assertThat(issue(Person.freshAddress())).isEqualTo(new Issue.Refused(Issue.Why.NO_ADMINISTRATOR));
        assertThat(issue("admin")).isEqualTo(new Issue.Refused(Issue.Why.NO_ADDRESS));
        assertThat(codesOf(person)).isZero();
    }

    @Test
    void a_suspended_administrator_gets_none() {
        suspend();

        assertThat(issue(person.email())).isEqualTo(new Issue.Refused(Issue.Why.SUSPENDED));
        assertThat(codesOf(person)).isZero();
    }

    @Test
    void all_administrators_are_told_when_one_is_made_and_when_it_is_used() {
        // Given
        Person other = Person.administrator();

        // When
        use(new Browser(), code());

        // Then
        for (Person told : new Person[] {person, other}) {
            for (String event : new String[] {"BREAK_GLASS_ISSUED", "BREAK_GLASS_USED"}) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .untilAsserted(() -> assertThat(NotificationServer.received("account-notice"))
                                .anySatisfy(mail -> {
                                    assertThat(mail.recipient().path("userId").asText())
                                            .isEqualTo(told.id().toString());
                                    assertThat(mail.data().path("event").asText())
                                            .isEqualTo(event);
                                    assertThat(mail.data().path("subject").asText())
                                            .isEqualTo(person.email());
                                }));
            }
        }
    }

    // ---- Using it ----

    @Test
    void lets_the_administrator_in_without_mail_and_without_second_factor_and_resets_nothing() {
        // Given
        Authenticator.of(person);
        Browser browser = new Browser();

        // When
        Response response = use(browser, " " + code() + " ");

        // Then
        assertThat(response.statusCode()).isEqualTo(303);
        assertThat(Browser.pathOf(response)).isEqualTo("/security");
        String token = browser.token().jsonPath().getString("access_token");
        assertThat(Person.withToken(token).get("/auth/accounts").statusCode()).isEqualTo(200);
        Response factor = Person.withToken(token).get("/auth/me/second-factor");
        assertThat(factor.jsonPath().getString("since")).isNotNull();
        assertThat(factor.jsonPath().getInt("recoveryCodesLeft")).isEqualTo(10);
        assertThat(person.browser().token().statusCode()).isEqualTo(200);
        assertThat(TestDatabase.current()
                        .query(
                                "select actor_subject from audit_event where action = 'break-glass.used' and object_id = ?",
                                person.id().toString()))
                .containsExactly(person.id().toString());
    }

    @Test
    void its_session_ends_within_the_hour_and_says_how_it_began() {
        // Given
        Browser browser = new Browser();

        // When
        use(browser, code());

        // Then
        String token = browser.token().jsonPath().getString("access_token");
        assertThat(Person.withToken(token)
                        .get("/auth/me/sessions")
                        .jsonPath()
                        .getString("items.find { it.current }.method"))
                .isEqualTo("BREAK_GLASS");
        assertThat(TestDatabase.current()
                        .query(
                                "select extract(epoch from expires_at - created_at)::int || ' ' || factor from session"
                                        + " where account_id = ?::uuid and method = 'BREAK_GLASS'",
                                person.id().toString()))
                .containsExactly("3600 BREAK_GLASS");
    }

    @Test
    void the_lost_authenticator_can_be_removed_in_it() {
        // Given
        Authenticator.of(person);
        Browser browser = new Browser();
        use(browser, code());
        String token = browser.token().jsonPath().getString("access_token");

        // When
        Response response = Person.withToken(token).delete("/auth/me/second-factor");

        // Then
        assertThat(response.statusCode()).isEqualTo(204);
    }

    @Test
    void a_code_is_good_once() {
        // Given
        String code = code();
        assertThat(use(new Browser(), code).statusCode()).isEqualTo(303);
        Browser second = new Browser();

        // When
        Response response = use(second, code);

        // Then
        isRefused(response, second);
    }

    @Test
    void a_newer_code_replaces_it() {
        // Given
        String older = code();
        String newer = code();
        Browser browser = new Browser();

        // When
        Response response = use(browser, older);

        // Then
        isRefused(response, browser);
        assertThat(use(browser, newer).statusCode()).isEqualTo(303);
    }

    @Test
    void a_code_grows_old() {
        // Given
        String code = code();
        TestDatabase.current()
                .update(
                        "update break_glass_code set created_at = now() - interval '16 minutes', expires_at = now()"
                                + " where account_id = ?::uuid",
                        person.id().toString());
        Browser browser = new Browser();

        // When
        Response response = use(browser, code);

        // Then
        isRefused(response, browser);
    }

    @Test
    void what_is_no_code_opens_nothing() {
        for (String typed : new String[] {"", "x", "A".repeat(43), "A".repeat(200)}) {
            Browser browser = new Browser();
            isRefused(use(browser, typed), browser);
        }
    }

    @Test
    void who_is_no_administrator_any_more_is_not_let_in() {
        // Given
        String code = code();
        role("NCS");
        Browser browser = new Browser();

        // When
        Response response = use(browser, code);

        // Then
        isRefused(response, browser);
    }

    @Test
    void an_administrator_suspended_meanwhile_is_not_let_in() {
        // Given
        String code = code();
        suspend();
        Browser browser = new Browser();

        // When
        Response response = use(browser, code);

        // Then
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.asString()).contains("Left the team");
        assertThat(browser.token().statusCode()).isEqualTo(401);
    }

    @Test
    void a_form_of_somebody_elses_is_refused_and_the_code_stays_good() {
        // Given
        String code = code();
        Browser browser = new Browser();

        // When
        Response response = browser.post(PAGE, Map.of("code", code));

        // Then
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(use(browser, code).statusCode()).isEqualTo(303);
    }
}
