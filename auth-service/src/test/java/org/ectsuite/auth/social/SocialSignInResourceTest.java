package org.ectsuite.auth.social;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.ectsuite.auth.AtOnce;
import org.ectsuite.auth.Authenticator;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Passkeyring;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.ProviderServer;
import org.ectsuite.auth.ProviderServer.Fault;
import org.ectsuite.auth.ProviderServer.Somebody;
import org.ectsuite.auth.RelyingParty;
import org.ectsuite.auth.ServiceUnderTest;
import org.ectsuite.auth.SignInMail;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SocialSignInResourceTest {

    private final String email = Person.freshAddress();
    private final Browser browser = new Browser();

    @AfterEach
    void providersComeBack() {
        ProviderServer.comeBack();
    }

    private static Somebody at(String provider, String email) {
        return switch (provider) {
            case "google" -> ProviderServer.atGoogle(email);
            case "microsoft" -> ProviderServer.atMicrosoft(email);
            default -> ProviderServer.atGitHub(email);
        };
    }

    private void nobodyIsSignedIn() {
        assertThat(browser.cookie("ect_refresh")).isEmpty();
        assertThat(browser.cookie("ect_session")).isEmpty();
        assertThat(browser.token().statusCode()).isEqualTo(401);
        assertThat(accounts()).containsExactly("0");
    }

    private List<String> accounts() {
        return TestDatabase.current().query("select count(*)::text from account where email = ?", email);
    }

    private static void isAPageWithAllWays(Response page, int status, String words) {
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(status);
        assertThat(page.asString())
                .contains("role=\"alert\"", words)
                .contains("action=\"/auth/sign-in/link\"")
                .contains("id=\"with-google\"", "id=\"with-microsoft\"", "id=\"with-github\"")
                .containsOnlyOnce("<script")
                .contains("<script src=\"/auth/assets/passkey.js?");
        assertThat(page.header("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .endsWith("; script-src 'self'");
    }

    // ---- The way there ----

    @Test
    void the_page_offers_what_is_configured_always_in_the_same_order() {
        String page = browser.get("/auth/sign-in").asString();

        assertThat(page).containsSubsequence("id=\"send-link\"", "with-google", "with-microsoft", "with-github");
    }

    @Test
    void the_provider_gets_what_the_protocol_wants_and_no_more() {
        String address = Traveller.setOut(browser, "google");

        assertThat(address)
                .startsWith(ProviderServer.origin() + "/google/authorize?response_type=code&")
                .contains("&redirect_uri=http%3A%2F%2Flocalhost%3A8080%2Fauth%2Fsign-in%2Fwith%2Fgoogle%2Fcallback&")
                .contains("&scope=openid+email&", "&code_challenge_method=S256&", "&state=", "&nonce=")
                .doesNotContain(browser.cookie("ect_with"))
                .doesNotContain("secret");
    }

    @Test
    void each_way_there_is_another() {
        String first = Traveller.setOut(browser, "google");
        String verifier = browser.cookie("ect_with");

        String second = Traveller.setOut(browser, "google");

        assertThat(second).isNotEqualTo(first);
        assertThat(browser.cookie("ect_with")).isNotEqualTo(verifier);
    }

    @Test
    void only_our_own_page_sets_somebody_out() {
        Response forged = browser.post("/auth/sign-in/with/google", Map.of("return_to", "/"));

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(browser.cookie("ect_with")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"facebook", "GOOGLE", "google%20"})
    void nobody_else_is_asked(String provider) {
        Response page = browser.get("/auth/sign-in");

        assertThat(browser.submit(page, "/auth/sign-in/with/" + provider, Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/auth/sign-in/with/" + provider + "/callback?code=x")
                        .statusCode())
                .isEqualTo(404);
    }

    // ---- Who comes in ----

    @ParameterizedTest
    @ValueSource(strings = {"google", "microsoft", "github"})
    void somebody_new_whose_mailbox_the_provider_knows_comes_in(String provider) {
        Response back = Traveller.signIn(browser, at(provider, email));

        assertThat(back.statusCode()).as(back.asString()).isEqualTo(303);
        assertThat(Browser.pathOf(back)).isEqualTo("/nets/new");
        assertThat(browser.cookie("ect_with")).isEmpty();
        assertThat(Traveller.emailOf(browser)).isEqualTo(email);
        assertThat(TestDatabase.current()
                        .query(
                                "select action from audit_event where actor_subject = (select id::text from account where email = ?)"
                                        + " order by position",
                                email))
                .containsExactly("account.created", "identity.linked", "session.opened");
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "microsoft", "github"})
    void who_comes_again_is_known_by_the_subject_whatever_the_address(String provider) {
        Somebody who = at(provider, email);
        Traveller.signedIn(who);
        String other = Person.freshAddress();
        Somebody renamed = provider.equals("github")
                ? who.saying("mails", List.of(Map.of("email", other, "primary", true, "verified", true)))
                : who.saying("email", other);

        Browser again = Traveller.signedIn(renamed);

        assertThat(Traveller.emailOf(again)).isEqualTo(email);
    }

    @Test
    void an_address_that_goes_to_another_at_the_provider_opens_nothing() {
        Traveller.signedIn(ProviderServer.atGoogle(email));

        Response back = Traveller.signIn(browser, ProviderServer.atGoogle(email));

        assertThat(Browser.pathOf(back)).isEqualTo(Traveller.CONFIRM);
        assertThat(browser.token().statusCode()).isEqualTo(401);
    }

    @Test
    void the_token_says_how_somebody_came() {
        Browser in = Traveller.signedIn(ProviderServer.atGoogle(email));

        String token = in.token().jsonPath().getString("access_token");

        assertThat(RelyingParty.claims(token).getList("amr")).isEqualTo(List.of("federated"));
        assertThat(RelyingParty.claims(token).getString("email")).isNull();
    }

    @Test
    void the_session_that_the_browser_had_ends() {
        Somebody who = ProviderServer.atGoogle(email);
        Traveller.signIn(browser, who);
        String earlier = browser.cookie("ect_refresh");
        Traveller.signIn(browser, who);

        Browser old = new Browser().cookie("ect_refresh", earlier);

        assertThat(old.token().statusCode()).isEqualTo(401);
        assertThat(browser.token().statusCode()).isEqualTo(200);
    }

    @Test
    void a_second_factor_is_asked_for_here_too() {
        Person person = Person.someone();
        Authenticator authenticator = Authenticator.of(person);
        Somebody who = ProviderServer.atGoogle(Person.freshAddress());
        Traveller.link(person.renew(), who);

        Response back = Traveller.signIn(browser, who);

        assertThat(Browser.pathOf(back)).isEqualTo("/auth/sign-in/second-factor");
        assertThat(browser.cookie("ect_refresh")).isEmpty();
        Response in = browser.submit(
                browser.get("/auth/sign-in/second-factor"),
                "/auth/sign-in/second-factor",
                Map.of("code", authenticator.code()));
        assertThat(Browser.pathOf(in)).isEqualTo("/nets/new");
        assertThat(RelyingParty.claims(browser.token().jsonPath().getString("access_token"))
                        .getList("amr"))
                .isEqualTo(List.of("federated", "otp", "mfa"));
    }

    @Test
    void a_suspended_account_stays_closed() {
        Somebody who = ProviderServer.atGoogle(email);
        Traveller.signedIn(who);
        String id = TestDatabase.current()
                .query("select id::text from account where email = ?", email)
                .getFirst();
        Person.administrator().api().body(Map.of("reason", "Interference")).put("/auth/accounts/" + id + "/ban");

        Response back = Traveller.signIn(browser, who);

        assertThat(back.statusCode()).isEqualTo(403);
        assertThat(back.asString()).contains("Interference");
        assertThat(browser.cookie("ect_refresh")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example/", "/\\evil.example"})
    void nobody_is_led_to_another_origin(String returnTo) {
        Response page = browser.get("/auth/sign-in");
        String address =
                RelyingParty.onward(browser.submit(page, "/auth/sign-in/with/google", Map.of("return_to", returnTo)));

        Response back = browser.get(ProviderServer.agree(address, ProviderServer.atGoogle(email)));

        assertThat(back.header("Location")).isEqualTo(ServiceUnderTest.PUBLIC_URL + "/");
    }

    @Test
    void two_windows_at_the_same_moment_make_one_account() throws Exception {
        Somebody who = ProviderServer.atGoogle(email);
        Browser other = new Browser();
        String here = ProviderServer.agree(Traveller.setOut(browser, "google"), who);
        String there = ProviderServer.agree(Traveller.setOut(other, "google"), who);

        Queue<Callable<Response>> returns = new ConcurrentLinkedQueue<>(
                List.<Callable<Response>>of(() -> browser.get(here), () -> other.get(there)));

        List<Response> answers = AtOnce.times(2, () -> returns.remove().call());

        assertThat(answers).extracting(Response::statusCode).contains(303).isSubsetOf(303, 409);
        assertThat(accounts()).containsExactly("1");
        assertThat(Traveller.emailOf(Traveller.signedIn(who))).isEqualTo(email);
    }

    // ---- State and code ----

    @Test
    void a_state_of_another_browser_opens_nothing_and_stays_good_where_it_belongs() {
        Browser victim = new Browser();
        String path = ProviderServer.agree(Traveller.setOut(browser, "google"), ProviderServer.atGoogle(email));
        Traveller.setOut(victim, "google");

        Response misled = victim.get(path);

        isAPageWithAllWays(misled, 400, "another window");
        assertThat(victim.token().statusCode()).isEqualTo(401);
        assertThat(Browser.pathOf(browser.get(path))).isEqualTo("/nets/new");
    }

    @Test
    void an_answer_without_the_cookie_opens_nothing() {
        String path = ProviderServer.agree(Traveller.setOut(browser, "google"), ProviderServer.atGoogle(email));
        browser.withoutCookie("ect_with");

        Response back = browser.get(path);

        isAPageWithAllWays(back, 400, "another window");
        nobodyIsSignedIn();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?code=x",
                "?code=x&state=",
                "?code=x&state=short",
                "?code=x&state=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void an_answer_that_nobody_waits_for_opens_nothing(String query) {
        Traveller.setOut(browser, "google");

        Response back = browser.get("/auth/sign-in/with/google/callback" + query);

        isAPageWithAllWays(back, 400, "another window");
        nobodyIsSignedIn();
    }

    @Test
    void an_answer_is_good_once() {
        Somebody who = ProviderServer.atGoogle(email);
        String path = ProviderServer.agree(Traveller.setOut(browser, "google"), who);
        String verifier = browser.cookie("ect_with");
        assertThat(browser.get(path).statusCode()).isEqualTo(303);
        int asked = ProviderServer.requests("/google/token");
        Browser thief = new Browser().cookie("ect_with", verifier);

        Response again = thief.get(path);

        isAPageWithAllWays(again, 400, "another window");
        assertThat(thief.token().statusCode()).isEqualTo(401);
        assertThat(ProviderServer.requests("/google/token")).isEqualTo(asked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "microsoft", "github"})
    void a_code_of_another_sign_in_is_refused(String provider) {
        String theirs = ProviderServer.agree(Traveller.setOut(new Browser(), provider), at(provider, email));
        String code = theirs.replaceAll(".*[?&]code=([^&]*).*", "$1");
        String address = Traveller.setOut(browser, provider);

        Response back = browser.get(ProviderServer.back(address, Map.of("code", code)));

        isAPageWithAllWays(back, 400, "did not confirm the sign-in");
        nobodyIsSignedIn();
    }

    @Test
    void an_answer_of_one_provider_is_not_taken_from_another() {
        String path = ProviderServer.agree(Traveller.setOut(browser, "google"), ProviderServer.atGoogle(email));

        Response back = browser.get(path.replace("/google/", "/microsoft/"));

        isAPageWithAllWays(back, 400, "another window");
        nobodyIsSignedIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "microsoft", "github"})
    void an_answer_that_names_another_issuer_is_not_taken(String provider) {
        String path = ProviderServer.agree(Traveller.setOut(browser, provider), at(provider, email));

        Response back = browser.get(path + "&iss=https%3A%2F%2Fissuer.example");

        isAPageWithAllWays(back, 502, "cannot be trusted");
        nobodyIsSignedIn();
    }

    @Test
    void an_answer_may_name_the_issuer() {
        String path = ProviderServer.agree(Traveller.setOut(browser, "google"), ProviderServer.atGoogle(email));

        Response back = browser.get(path + "&iss=" + ProviderServer.origin() + "/google");

        assertThat(Browser.pathOf(back)).isEqualTo("/nets/new");
    }

    @Test
    void who_changes_his_mind_is_back_at_the_start() {
        String address = Traveller.setOut(browser, "google");

        Response back = browser.get(
                ProviderServer.back(address, Map.of("error", "access_denied", "error_description", "<b>Pay here</b>")));

        isAPageWithAllWays(back, 400, "Google did not let you in");
        assertThat(back.asString()).doesNotContain("Pay here").contains("name=\"return_to\" value=\"/nets/new\"");
        nobodyIsSignedIn();
    }

    // ---- A provider that cannot be believed, or does not answer ----

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"UNKNOWN_CLIENT", "FAILURE", "NOT_JSON", "SILENCE", "FOREIGN_TENANT"})
    void a_word_that_is_not_good_lets_nobody_in(Fault fault) {
        Response back = Traveller.signIn(browser, ProviderServer.atGoogle(email).with(fault));

        isAPageWithAllWays(back, 502, "cannot be trusted");
        nobodyIsSignedIn();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"WRONG_ISSUER", "FOREIGN_TENANT", "WRONG_NONCE", "WRONG_AUDIENCE", "NO_SIGNATURE"})
    void nor_does_that_of_microsoft(Fault fault) {
        Response back =
                Traveller.signIn(browser, ProviderServer.atMicrosoft(email).with(fault));

        isAPageWithAllWays(back, 502, "cannot be trusted");
        nobodyIsSignedIn();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"FAILURE", "NOT_JSON", "SILENCE"})
    void a_provider_in_trouble_leaves_the_other_ways_open(Fault fault) {
        Response back = Traveller.signIn(browser, ProviderServer.atGoogle(email).with(fault));

        isAPageWithAllWays(back, 503, "Google does not answer");
        nobodyIsSignedIn();
        assertThat(Browser.pathOf(Traveller.prove(browser, back, email))).isEqualTo("/nets/new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "microsoft", "github"})
    void a_provider_that_does_not_know_the_suite_is_the_operators_business(String provider) {
        Response back = Traveller.signIn(browser, at(provider, email).with(Fault.UNKNOWN_CLIENT));

        isAPageWithAllWays(back, 503, "is not set up rightly here");
        assertThat(back.asString()).doesNotContain("does not answer").doesNotContain(ProviderServer.CLIENT_SECRET);
        nobodyIsSignedIn();
        assertThat(Browser.pathOf(Traveller.prove(browser, back, email))).isEqualTo("/nets/new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"unauthorized_client", "redirect_uri_mismatch", "invalid_scope"})
    void nor_does_it_before_it_gives_a_code(String error) {
        String address = Traveller.setOut(browser, "google");

        Response back = browser.get(ProviderServer.back(address, Map.of("error", error)));

        isAPageWithAllWays(back, 503, "is not set up rightly here");
        nobodyIsSignedIn();
    }

    @ParameterizedTest
    @ValueSource(strings = {"google", "microsoft", "github"})
    void a_provider_that_goes_away_meanwhile_leaves_the_other_ways_open(String provider) {
        String path = ProviderServer.agree(Traveller.setOut(browser, provider), at(provider, email));
        ProviderServer.leave(provider);

        Response back = browser.get(path);

        isAPageWithAllWays(back, 503, "does not answer");
        nobodyIsSignedIn();
    }

    @Test
    void new_keys_of_a_provider_are_found_at_once() {
        Somebody who = ProviderServer.atGoogle(email);
        Traveller.signedIn(who);
        ProviderServer.changeKeys();

        Browser again = Traveller.signedIn(who);

        assertThat(Traveller.emailOf(again)).isEqualTo(email);
    }

    // ---- Whose mailbox ----

    private void isAskedByMail(Response back, String words) {
        assertThat(Browser.pathOf(back)).isEqualTo(Traveller.CONFIRM);
        nobodyIsSignedIn();
        Response page = browser.follow(back);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.asString())
                .contains(words)
                .contains("name=\"return_to\" value=\"" + Traveller.CONFIRM + "\"")
                .doesNotContain("<script");
    }

    @Test
    void an_address_that_google_has_not_seen_proven_proves_nothing() {
        Response back = Traveller.signIn(browser, ProviderServer.atGoogle(email).saying("email_verified", false));

        isAskedByMail(back, "does not vouch");
    }

    @Test
    void an_address_of_elsewhere_proves_nothing_at_google() {
        Somebody who = ProviderServer.atGoogle(email).saying("hd", "");

        isAskedByMail(Traveller.signIn(browser, who), "does not vouch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"false", "0", ""})
    void an_address_that_a_tenant_merely_writes_proves_nothing(String owned) {
        Somebody who = ProviderServer.atMicrosoft(email).saying("xms_edov", owned);

        isAskedByMail(Traveller.signIn(browser, who), "does not vouch");
    }

    @Test
    void an_address_that_github_has_not_seen_proven_proves_nothing() {
        Somebody who = ProviderServer.atGitHub(email)
                .saying(
                        "mails",
                        List.of(
                                Map.of("email", email, "primary", true, "verified", false),
                                Map.of("email", Person.freshAddress(), "primary", false, "verified", true)));

        isAskedByMail(Traveller.signIn(browser, who), "does not vouch");
    }

    @Test
    void who_proves_his_mailbox_by_mail_comes_in_by_the_provider_from_then_on() {
        Somebody who = ProviderServer.atMicrosoft(email).saying("xms_edov", false);
        Response page = browser.follow(Traveller.signIn(browser, who));
        Response proven = Traveller.prove(browser, page, email);
        assertThat(Browser.pathOf(proven)).isEqualTo(Traveller.CONFIRM);

        Response linked = Traveller.decide(browser, "link");

        assertThat(Browser.pathOf(linked)).isEqualTo("/nets/new");
        assertThat(Traveller.emailOf(Traveller.signedIn(who))).isEqualTo(email);
    }

    @Test
    void the_first_administrator_shows_himself_by_mail() {
        Response back = Traveller.signIn(browser, ProviderServer.atGoogle(ServiceUnderTest.ADMIN_EMAIL));

        assertThat(Browser.pathOf(back)).isEqualTo(Traveller.CONFIRM);
        assertThat(browser.token().statusCode()).isEqualTo(401);
    }

    // ---- An account that is there already ----

    @Test
    void a_providers_word_alone_opens_no_account_that_is_there() {
        Person.signedIn(email);

        Response back = Traveller.signIn(browser, ProviderServer.atGoogle(email));

        assertThat(Browser.pathOf(back)).isEqualTo(Traveller.CONFIRM);
        assertThat(browser.token().statusCode()).isEqualTo(401);
        assertThat(browser.follow(back).asString()).contains("There is an account with the address", email);
        assertThat(TestDatabase.current().query("select label from identity where label = ?", email))
                .isEmpty();
    }

    @Test
    void its_owner_links_it_by_mail() {
        Person owner = Person.signedIn(email);
        Somebody who = ProviderServer.atGoogle(email);
        Response page = browser.follow(Traveller.signIn(browser, who));

        Response proven = Traveller.prove(browser, page, email);
        Response asked = browser.follow(proven);
        Response linked = Traveller.decide(browser, "link");

        assertThat(asked.asString()).contains("Link Google?", email);
        assertThat(Browser.pathOf(linked)).isEqualTo("/nets/new");
        assertThat(owner.api().get("/auth/me/identities").jsonPath().getList("items.label"))
                .isEqualTo(List.of(email));
        assertThat(Traveller.emailOf(Traveller.signedIn(who))).isEqualTo(email);
    }

    @Test
    void its_owner_links_it_where_he_is_signed_in() {
        Person owner = Person.signedIn(email);
        Response back = Traveller.signIn(owner.browser(), ProviderServer.atGoogle(email));
        assertThat(Browser.pathOf(back)).isEqualTo(Traveller.CONFIRM);

        Response linked = Traveller.decide(owner.browser(), "link");

        assertThat(Browser.pathOf(linked)).isEqualTo("/nets/new");
        assertThat(owner.api().get("/auth/me/identities").jsonPath().getList("items.provider"))
                .isEqualTo(List.of("google"));
    }

    @Test
    void who_does_not_want_it_linked_has_it_not() {
        Person owner = Person.signedIn(email);
        Somebody who = ProviderServer.atGoogle(email);
        Traveller.signIn(owner.browser(), who);

        Response declined = Traveller.decide(owner.browser(), "decline");

        assertThat(Browser.pathOf(declined)).isEqualTo("/nets/new");
        assertThat(owner.api().get("/auth/me/identities").jsonPath().getList("items"))
                .isEmpty();
        assertThat(owner.browser().get(Traveller.CONFIRM).statusCode()).isEqualTo(410);
        assertThat(Browser.pathOf(Traveller.signIn(browser, who))).isEqualTo(Traveller.CONFIRM);
    }

    @Test
    void a_session_of_long_ago_is_no_proof() {
        Person owner = Person.signedIn(email);
        Traveller.signIn(owner.browser(), ProviderServer.atGoogle(email));
        Response fresh = owner.browser().get(Traveller.CONFIRM);
        TestDatabase.current()
                .update(
                        "update session set signed_in_at = now() - interval '1 hour' where id = ?::uuid",
                        owner.claim("sid"));

        Response stale = owner.browser().submit(fresh, Traveller.CONFIRM, Map.of("decision", "link"));

        assertThat(Browser.pathOf(stale)).isEqualTo(Traveller.CONFIRM);
        assertThat(owner.browser().get(Traveller.CONFIRM).asString()).contains("id=\"send-link\"");
        assertThat(owner.api().get("/auth/me/identities").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void an_administrator_shows_his_passkey_before_he_links() {
        // Given
        Person owner = Person.signedIn(email);
        Passkeyring ring = Passkeyring.of(owner, "Telephone");
        TestDatabase.current().update("update account set role = 'ADMIN' where id = ?", owner.id());
        Somebody who = ProviderServer.atGoogle(email);
        try {
            Response page = browser.follow(Traveller.signIn(browser, who));
            Response byMail = Traveller.prove(browser, page, email);
            assertThat(Browser.pathOf(byMail)).isEqualTo(Traveller.CONFIRM);

            // When
            Response led = browser.get(Traveller.CONFIRM);
            Response asked = browser.follow(led);
            Response shown = browser.submit(asked, "/auth/sign-in/step-up", ring.answer(asked));

            // Then
            assertThat(Browser.pathOf(led)).isEqualTo("/auth/sign-in/step-up?return_to=%2Fauth%2Fidentities%2Fconfirm");
            assertThat(Browser.pathOf(shown)).isEqualTo(Traveller.CONFIRM);
            assertThat(browser.follow(shown).asString()).contains("Link Google?", email);
            assertThat(Browser.pathOf(Traveller.decide(browser, "link"))).isEqualTo("/nets/new");
            assertThat(owner.api().get("/auth/me/identities").jsonPath().getList("items.label"))
                    .isEqualTo(List.of(email));
        } finally {
            // Other tests count administrators.
            TestDatabase.current().update("update account set role = 'USER' where id = ?", owner.id());
        }
    }

    @Test
    void an_administrator_who_does_not_show_his_passkey_links_nothing() {
        // Given the page from before he was administrator
        Person owner = Person.signedIn(email);
        Browser elsewhere = owner.browser();
        Traveller.signIn(elsewhere, ProviderServer.atGoogle(email));
        Response page = elsewhere.get(Traveller.CONFIRM);
        Passkeyring.of(Person.signedIn(email), "Telephone");
        TestDatabase.current().update("update account set role = 'ADMIN' where id = ?", owner.id());
        try {
            // When
            Response sent = elsewhere.submit(page, Traveller.CONFIRM, Map.of("decision", "link"));

            // Then
            assertThat(Browser.pathOf(sent)).isEqualTo(Traveller.CONFIRM);
            assertThat(Browser.pathOf(elsewhere.follow(sent))).startsWith("/auth/sign-in/step-up?");
            assertThat(owner.api().get("/auth/me/identities").jsonPath().getList("items"))
                    .isEmpty();
        } finally {
            TestDatabase.current().update("update account set role = 'USER' where id = ?", owner.id());
        }
    }

    @Test
    void an_identity_waits_in_its_own_browser_alone() {
        Person owner = Person.signedIn(email);
        Traveller.signIn(browser, ProviderServer.atGoogle(email));

        Response elsewhere = owner.browser().get(Traveller.CONFIRM);

        assertThat(elsewhere.statusCode()).isEqualTo(410);
        assertThat(elsewhere.asString()).contains("had its day");
    }

    @Test
    void only_the_form_of_our_own_page_links() {
        Person owner = Person.signedIn(email);
        Traveller.signIn(owner.browser(), ProviderServer.atGoogle(email));

        Response forged = owner.browser().post(Traveller.CONFIRM, Map.of("decision", "link", "csrf", "made up"));

        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(owner.api().get("/auth/me/identities").jsonPath().getList("items"))
                .isEmpty();
    }

    @Test
    void nothing_of_what_a_stranger_prepared_remains_when_the_owner_shows_himself() {
        // Given somebody with another's address at a tenant of his own, who has gone as far as he can
        Somebody stranger = ProviderServer.atMicrosoft(email).saying("xms_edov", false);
        Traveller.signIn(browser, stranger);

        // When the owner comes for the first time
        Person owner = Person.signedIn(email);

        // Then the stranger is where he was
        assertThat(owner.api().get("/auth/me/identities").jsonPath().getList("items"))
                .isEmpty();
        assertThat(Browser.pathOf(Traveller.signIn(new Browser(), stranger))).isEqualTo(Traveller.CONFIRM);
        assertThat(SignInMail.to(email)).hasSize(1);
    }
}
