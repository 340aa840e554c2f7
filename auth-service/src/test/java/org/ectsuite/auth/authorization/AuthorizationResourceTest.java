package org.ectsuite.auth.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ectsuite.auth.AtOnce;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.RelyingParty;
import org.ectsuite.auth.ServiceUnderTest;
import org.ectsuite.auth.SignInMail;
import org.ectsuite.testsupport.TestDatabase;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuthorizationResourceTest {

    private static final String ISSUER = ServiceUnderTest.PUBLIC_URL + "/auth";
    private static final String CONSENT = "/auth/oauth/authorize/consent";

    private static Response open(Browser browser, RelyingParty client, Map<String, String> changes) {
        return browser.get(RelyingParty.path(client.request(changes)));
    }

    /** Signs in on the page that a response leads to; gives the page behind. */
    private static Response signInOnTheWay(Browser browser, Response redirect, String email) {
        assertThat(redirect.statusCode()).isEqualTo(303);
        Response page = browser.follow(redirect);
        int before = SignInMail.to(email).size();
        browser.submit(page, "/auth/sign-in/link", Map.of("email", email));
        Response landing = browser.get(SignInMail.await(email, before + 1).path());
        return browser.follow(browser.submit(landing, "/auth/sign-in/link/redeem", Map.of()));
    }

    private static void isError(Map<String, String> answer, String error) {
        assertThat(answer)
                .containsEntry("error", error)
                .containsEntry("state", "state-1")
                .containsEntry("iss", ISSUER);
        assertThat(answer).doesNotContainKey("code");
    }

    private static String code(RelyingParty client, Person person) {
        return String.valueOf(client.authorize(person.browser(), Map.of()).get("code"));
    }

    @Test
    void leads_a_stranger_from_the_client_through_sign_in_and_consent_to_tokens() throws Exception {
        RelyingParty client = RelyingParty.registered();
        Browser browser = new Browser();
        String email = Person.freshAddress();

        Response consent = signInOnTheWay(browser, open(browser, client, Map.of("scope", "openid email")), email);
        assertThat(consent.asString()).contains("Weather board", email, "client.example", "see your e-mail address");
        Map<String, String> answer = client.agree(browser, consent);
        assertThat(answer).containsEntry("state", "state-1").containsEntry("iss", ISSUER);
        Response response = client.token(client.exchange(String.valueOf(answer.get("code"))));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        JsonPath tokens = response.jsonPath();
        assertThat(tokens.getString("token_type")).isEqualTo("Bearer");
        assertThat(tokens.getString("scope")).isEqualTo("openid email");
        assertThat(tokens.getString("refresh_token")).hasSize(43);
        JsonPath idToken = RelyingParty.claims(tokens.getString("id_token"));
        assertThat(idToken.getString("aud")).isEqualTo(client.id());
        assertThat(idToken.getString("nonce")).isEqualTo("nonce-1");
        assertThat(idToken.getString("sid"))
                .isEqualTo(RelyingParty.claims(tokens.getString("access_token")).getString("sid"));
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(tokens.getString("id_token"));
        signature.setKey(new JsonWebKeySet(Person.anonymous().get("/auth/jwks").asString())
                .findJsonWebKey(signature.getKeyIdHeaderValue(), "RSA", "sig", "RS256")
                .getKey());
        assertThat(signature.verifySignature()).isTrue();
        JsonPath claims =
                RelyingParty.userInfo(tokens.getString("access_token")).jsonPath();
        assertThat(claims.getString("sub")).isEqualTo(idToken.getString("sub"));
        assertThat(claims.getString("email")).isEqualTo(email);
        assertThat(claims.getBoolean("email_verified")).isTrue();
    }

    @Test
    void asks_once_for_what_was_agreed_to_and_again_for_more() {
        RelyingParty client = RelyingParty.registered();
        Browser browser = Person.someone().browser();
        client.authorize(browser, Map.of("scope", "openid email"));

        assertThat(open(browser, client, Map.of("scope", "openid")).statusCode())
                .isEqualTo(303);
        assertThat(open(browser, client, Map.of("scope", "openid email")).statusCode())
                .isEqualTo(303);
        assertThat(open(browser, client, Map.of("scope", "openid profile")).statusCode())
                .isEqualTo(200);
        assertThat(open(browser, client, Map.of("prompt", "consent")).statusCode())
                .isEqualTo(200);
        assertThat(open(browser, client, Map.of("prompt", "select_account")).statusCode())
                .isEqualTo(200);
        assertThat(open(browser, RelyingParty.registered(), Map.of()).statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoever_does_not_agree_goes_back_without_a_code() {
        RelyingParty client = RelyingParty.registered();
        Browser browser = Person.someone().browser();
        Response page = open(browser, client, Map.of());

        Response refused = browser.submit(page, CONSENT, Map.of("decision", "refuse"));

        isError(RelyingParty.answer(RelyingParty.onward(refused)), "access_denied");
        assertThat(open(browser, client, Map.of()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_consent_page_is_answered_once_by_whoever_saw_it() {
        RelyingParty client = RelyingParty.registered();
        Browser browser = Person.someone().browser();
        Response page = open(browser, client, Map.of());
        client.agree(browser, page);

        assertThat(browser.submit(page, CONSENT, Map.of("decision", "agree")).statusCode())
                .isEqualTo(410);

        // Somebody else has signed in in the same browser meanwhile: he is asked himself.
        Response another = open(browser, client, Map.of("prompt", "consent"));
        Person.signIn(Person.freshAddress(), browser);
        Response asked = browser.submit(another, CONSENT, Map.of("decision", "agree"));
        assertThat(asked.statusCode()).isEqualTo(200);
        assertThat(asked.asString()).contains("decision").doesNotContain("id=\"onward\"");
    }

    @Test
    void a_consent_that_was_not_given_on_our_page_is_none() {
        RelyingParty client = RelyingParty.registered();
        Browser browser = Person.someone().browser();
        Response page = open(browser, client, Map.of());

        Response forged = browser.submit(page, CONSENT, Map.of("decision", "agree", "csrf", "x"));

        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void without_a_prompt_nobody_is_asked_anything() {
        RelyingParty client = RelyingParty.registered();
        Map<String, String> silent = Map.of("prompt", "none");

        isError(RelyingParty.answer(open(new Browser(), client, silent).header("Location")), "login_required");
        Browser browser = Person.someone().browser();
        isError(RelyingParty.answer(open(browser, client, silent).header("Location")), "consent_required");
        client.authorize(browser, Map.of());
        assertThat(RelyingParty.answer(open(browser, client, silent).header("Location")))
                .containsKey("code");
    }

    @Test
    void a_client_may_want_a_fresh_sign_in() {
        RelyingParty client = RelyingParty.registered();
        Person person = Person.someone();
        Browser browser = person.browser();
        client.authorize(browser, Map.of());
        String before = RelyingParty.claims(client.signIn(person, "openid").getString("id_token"))
                .getString("auth_time");

        Response again = open(browser, client, Map.of("prompt", "login"));
        Response behind = signInOnTheWay(browser, again, person.email());

        Map<String, String> answer = RelyingParty.answer(RelyingParty.onward(behind));
        JsonPath tokens = client.token(client.exchange(String.valueOf(answer.get("code"))))
                .jsonPath();
        assertThat(Long.parseLong(
                        RelyingParty.claims(tokens.getString("id_token")).getString("auth_time")))
                .isGreaterThanOrEqualTo(Long.parseLong(before));
        assertThat(open(browser, client, Map.of("max_age", "0")).header("Location"))
                .startsWith(ServiceUnderTest.PUBLIC_URL + "/auth/sign-in");
        assertThat(open(browser, client, Map.of("max_age", "3600")).header("Location"))
                .startsWith(RelyingParty.REDIRECT);
    }

    @Test
    void a_hint_fills_in_the_address() {
        Browser browser = new Browser();

        Response page =
                browser.follow(open(browser, RelyingParty.registered(), Map.of("login_hint", "ann@example.org")));

        assertThat(page.asString()).contains("value=\"ann@example.org\"");
    }

    @Test
    void an_id_token_says_who_is_expected() {
        RelyingParty client = RelyingParty.registered();
        Person ann = Person.someone();
        Person bob = Person.someone();
        String hint = client.signIn(ann, "openid").getString("id_token");
        client.authorize(bob.browser(), Map.of());
        Map<String, String> silent = Map.of("prompt", "none", "id_token_hint", hint);

        assertThat(RelyingParty.answer(open(ann.browser(), client, silent).header("Location")))
                .containsKey("code");
        isError(RelyingParty.answer(open(bob.browser(), client, silent).header("Location")), "login_required");
        isError(
                RelyingParty.answer(open(ann.browser(), client, Map.of("id_token_hint", ann.accessToken()))
                        .header("Location")),
                "invalid_request");
    }

    @Test
    void takes_a_request_by_form_too() {
        RelyingParty client = RelyingParty.registered();
        Browser browser = Person.someone().browser();
        client.authorize(browser, Map.of());

        // A browser does not send the cookie along with a form of another origin.
        Response form = new Browser().post("/auth/oauth/authorize", client.request());

        assertThat(RelyingParty.answer(browser.follow(form).header("Location"))).containsKey("code");
    }

    @ParameterizedTest
    @FieldSource("org.ectsuite.auth.signin.OpenRedirects#CORPUS")
    void sends_nobody_to_a_stranger(String uri) {
        RelyingParty client = shared();
        Map<String, String> request = new HashMap<>(client.request());
        request.put("redirect_uri", uri);

        Response response = new Browser().get(RelyingParty.path(request));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.header("Location")).isNull();
        assertThat(response.contentType()).startsWith("text/html");
        assertThat(response.asString()).doesNotContain("evil");
    }

    private static @Nullable RelyingParty shared;

    private static synchronized RelyingParty shared() {
        RelyingParty known = shared;
        if (known == null) {
            known = RelyingParty.registered();
            shared = known;
        }
        return known;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "web", "ectlog-service", "0197a1b2-0000-7000-8000-000000000001"})
    void an_unknown_client_and_a_service_sign_nobody_in(String clientId) {
        Response response = open(new Browser(), shared(), Map.of("client_id", clientId));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.header("Location")).isNull();
    }

    @Test
    void a_parameter_sent_twice_leads_nowhere() {
        Response response = new Browser().get(RelyingParty.path(shared().request()) + "&state=other");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.header("Location")).isNull();
    }

    @Test
    void mistakes_of_the_client_go_back_to_it() {
        for (Map.Entry<Map<String, String>, String> mistake : Map.of(
                        Map.of("response_type", "token"), "unsupported_response_type",
                        Map.of("code_challenge", ""), "invalid_request",
                        Map.of("code_challenge_method", "plain"), "invalid_request",
                        Map.of("scope", "root"), "invalid_scope",
                        Map.of("request", "eyJ"), "request_not_supported")
                .entrySet()) {
            isError(
                    RelyingParty.answer(
                            open(new Browser(), shared(), mistake.getKey()).header("Location")),
                    mistake.getValue());
        }
    }

    @Test
    void pages_can_be_neither_framed_nor_kept() {
        Response page = open(Person.someone().browser(), shared(), Map.of());

        assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors 'none'", "default-src 'none'");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Cache-Control")).isEqualTo("no-store");
        assertThat(page.asString()).doesNotContain("<script");
    }

    @Test
    void the_cookie_of_the_browser_is_no_token_and_ends_with_the_session() {
        RelyingParty client = RelyingParty.registered();
        Person person = Person.someone();
        Browser browser = person.browser();
        client.authorize(browser, Map.of());
        String cookie = browser.cookie("ect_session");
        assertThat(cookie).hasSize(43).isNotEqualTo(browser.cookie("ect_refresh"));
        assertThat(new Browser().cookie("ect_refresh", cookie).token().statusCode())
                .isEqualTo(401);

        browser.signOut();

        assertThat(browser.cookie("ect_session")).isEmpty();
        isError(
                RelyingParty.answer(open(new Browser().cookie("ect_session", cookie), client, Map.of("prompt", "none"))
                        .header("Location")),
                "login_required");
    }

    // ---- the code ----

    @Test
    void a_code_is_good_once_and_its_second_use_ends_what_the_first_gave() {
        RelyingParty client = RelyingParty.registered();
        Map<String, String> exchange = client.exchange(code(client, Person.someone()));
        JsonPath tokens = client.token(exchange).jsonPath();
        assertThat(RelyingParty.userInfo(tokens.getString("access_token")).statusCode())
                .isEqualTo(200);

        Response second = client.token(exchange);

        assertThat(second.statusCode()).isEqualTo(400);
        assertThat(second.jsonPath().getString("error")).isEqualTo("invalid_grant");
        assertThat(RelyingParty.userInfo(tokens.getString("access_token")).statusCode())
                .isEqualTo(401);
        assertThat(client.refresh(tokens.getString("refresh_token")).jsonPath().getString("error"))
                .isEqualTo("invalid_grant");
        String sid = RelyingParty.claims(tokens.getString("access_token")).getString("sid");
        assertThat(TestDatabase.current().query("select value from revocation where value = ?", sid))
                .containsExactly(sid);
    }

    @Test
    void of_many_who_exchange_a_code_at_once_one_at_most_is_served() throws Exception {
        RelyingParty client = RelyingParty.registered();
        Map<String, String> exchange = client.exchange(code(client, Person.someone()));

        List<Integer> statuses = AtOnce.times(8, () -> client.token(exchange).statusCode());

        assertThat(statuses).containsOnlyOnce(200);
        assertThat(statuses.stream().filter(status -> status == 400)).hasSize(7);
    }

    @Test
    void a_code_is_good_for_its_client_address_and_verifier_alone() {
        RelyingParty client = RelyingParty.registered();
        RelyingParty other = RelyingParty.registered();
        Map<String, String> exchange = client.exchange(code(client, Person.someone()));

        for (Map.Entry<String, String> change : Map.of(
                        "redirect_uri", "https://client.example/other",
                        "code_verifier", "x".repeat(43),
                        "code", "x".repeat(43))
                .entrySet()) {
            Map<String, String> changed = new HashMap<>(exchange);
            changed.put(change.getKey(), change.getValue());
            assertThat(client.token(changed).jsonPath().getString("error")).isEqualTo("invalid_grant");
        }
        assertThat(other.token(exchange).jsonPath().getString("error")).isEqualTo("invalid_grant");
        Map<String, String> without = new HashMap<>(exchange);
        without.remove("code_verifier");
        assertThat(client.token(without).jsonPath().getString("error")).isEqualTo("invalid_request");
        // None of these was the owner: his code is still good.
        assertThat(client.token(exchange).statusCode()).isEqualTo(200);
    }

    @Test
    void a_client_may_be_let_off_pkce_and_then_nobody_can_slip_it_in_or_take_it_out() {
        RelyingParty client = RelyingParty.registered(Map.of("pkceOptional", true));
        Browser browser = Person.someone().browser();
        Map<String, String> without = Map.of("code_challenge", "", "code_challenge_method", "");

        Map<String, String> plain = client.exchange(code(client.authorize(browser, without)));
        plain.remove("code_verifier");
        Response good = client.token(plain);
        Response slippedIn = client.token(client.exchange(code(client.authorize(browser, without))));
        Map<String, String> takenOut = client.exchange(code(client.authorize(browser, Map.of())));
        takenOut.remove("code_verifier");
        Response bare = client.token(takenOut);

        assertThat(good.statusCode()).as(good.asString()).isEqualTo(200);
        assertThat(good.jsonPath().getString("id_token")).isNotEmpty();
        assertThat(slippedIn.jsonPath().getString("error")).isEqualTo("invalid_grant");
        assertThat(bare.jsonPath().getString("error")).isEqualTo("invalid_grant");
    }

    @Test
    void others_use_pkce_confidential_or_not() {
        RelyingParty client = RelyingParty.registered();

        Map<String, String> answer =
                client.authorize(Person.someone().browser(), Map.of("code_challenge", "", "code_challenge_method", ""));

        isError(answer, "invalid_request");
    }

    private static String code(Map<String, String> answer) {
        return String.valueOf(answer.get("code"));
    }

    @Test
    void a_public_client_proves_itself_by_the_verifier_and_a_confidential_one_by_its_secret_too() {
        RelyingParty open = RelyingParty.publicClient();
        assertThat(open.token(open.exchange(code(open, Person.someone()))).statusCode())
                .isEqualTo(200);

        RelyingParty confidential = RelyingParty.registered();
        Map<String, String> unproven = confidential.exchange(code(confidential, Person.someone()));
        unproven.put("client_id", confidential.id());
        Response refused = RelyingParty.form().formParams(unproven).post("/auth/oauth/token");
        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.jsonPath().getString("error")).isEqualTo("invalid_client");
    }

    @Test
    void a_code_of_somebody_who_has_signed_out_meanwhile_is_worth_nothing() {
        RelyingParty client = RelyingParty.registered();
        Person person = Person.someone();
        String code = code(client, person);

        person.browser().signOut();

        assertThat(client.token(client.exchange(code)).jsonPath().getString("error"))
                .isEqualTo("invalid_grant");
    }

    @Test
    void a_client_gets_a_grant_only_if_it_is_registered_for_it() {
        RelyingParty client = RelyingParty.registered(Map.of("grants", List.of("AUTHORIZATION_CODE")));
        JsonPath tokens = client.signIn(Person.someone(), "openid");

        assertThat(tokens.<Object>get("refresh_token")).isNull();
        assertThat(client.refresh("x".repeat(43)).jsonPath().getString("error")).isEqualTo("unauthorized_client");
        assertThat(client.token(Map.of("grant_type", "client_credentials"))
                        .jsonPath()
                        .getString("error"))
                .isEqualTo("unauthorized_client");
    }

    @Test
    void id_tokens_come_in_es256_for_clients_that_want_it() {
        RelyingParty client = RelyingParty.registered(Map.of("idTokenAlgorithm", "ES256"));

        String idToken = client.signIn(Person.someone(), "openid").getString("id_token");

        assertThat(RelyingParty.header(idToken).getString("alg")).isEqualTo("ES256");
    }

    @Test
    void without_openid_there_is_no_id_token_and_no_userinfo() {
        RelyingParty client = RelyingParty.registered();

        JsonPath tokens = client.signIn(Person.someone(), "ect");

        assertThat(tokens.<Object>get("id_token")).isNull();
        Response refused = RelyingParty.userInfo(tokens.getString("access_token"));
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.header("WWW-Authenticate")).contains("insufficient_scope");
    }

    @Test
    void a_client_never_becomes_administrator_and_never_gets_into_accounts() {
        RelyingParty client = RelyingParty.registered(Map.of("audiences", List.of("auth-service", "ectlog-service")));

        JsonPath tokens = client.signIn(Person.administrator(), "openid ect");

        JsonPath access = RelyingParty.claims(tokens.getString("access_token"));
        assertThat(access.getList("groups")).isEqualTo(List.of("USER", "LOGGER", "NCS"));
        assertThat(access.getList("aud")).isEqualTo(List.of("ectlog-service", ISSUER));
        assertThat(Person.withToken(tokens.getString("access_token"))
                        .get("/auth/me")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Person.withToken(tokens.getString("id_token"))
                        .get("/auth/me")
                        .statusCode())
                .isEqualTo(401);
        assertThat(Person.withToken(tokens.getString("access_token"))
                        .get("/auth/accounts")
                        .statusCode())
                .isEqualTo(401);
    }

    // ---- refresh ----

    @Test
    void a_refresh_token_yields_its_successor_and_a_second_use_ends_it_all() {
        RelyingParty client = RelyingParty.registered();
        JsonPath first = client.signIn(Person.someone(), "openid email");
        JsonPath second = client.refresh(first.getString("refresh_token")).jsonPath();
        JsonPath third = client.refresh(second.getString("refresh_token")).jsonPath();
        assertThat(second.getString("refresh_token")).isNotEqualTo(first.getString("refresh_token"));
        assertThat(second.getString("scope")).isEqualTo("openid email");
        JsonPath idToken = RelyingParty.claims(second.getString("id_token"));
        assertThat(idToken.getString("nonce")).isNull();
        assertThat(idToken.getString("sid"))
                .isEqualTo(RelyingParty.claims(first.getString("id_token")).getString("sid"));

        Response replayed = client.refresh(first.getString("refresh_token"));

        assertThat(replayed.jsonPath().getString("error")).isEqualTo("invalid_grant");
        assertThat(client.refresh(third.getString("refresh_token")).jsonPath().getString("error"))
                .isEqualTo("invalid_grant");
        assertThat(RelyingParty.userInfo(third.getString("access_token")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_lost_answer_is_given_again_a_moment_later() {
        RelyingParty client = RelyingParty.registered();
        String token = client.signIn(Person.someone(), "openid").getString("refresh_token");

        String once = client.refresh(token).jsonPath().getString("refresh_token");
        String again = client.refresh(token).jsonPath().getString("refresh_token");

        assertThat(again).isEqualTo(once);
    }

    @Test
    void a_client_may_ask_for_less_but_not_for_more() {
        RelyingParty client = RelyingParty.registered();
        String token = client.signIn(Person.someone(), "openid email").getString("refresh_token");

        Response more =
                client.token(Map.of("grant_type", "refresh_token", "refresh_token", token, "scope", "openid profile"));
        Response less = client.token(Map.of("grant_type", "refresh_token", "refresh_token", token, "scope", "openid"));

        assertThat(more.jsonPath().getString("error")).isEqualTo("invalid_scope");
        assertThat(less.jsonPath().getString("scope")).isEqualTo("openid");
        assertThat(RelyingParty.userInfo(less.jsonPath().getString("access_token"))
                        .jsonPath()
                        .getString("email"))
                .isNull();
    }

    @Test
    void refresh_tokens_are_good_for_their_own_holder_alone() {
        RelyingParty client = RelyingParty.registered();
        RelyingParty other = RelyingParty.registered();
        Person person = Person.someone();
        String token = client.signIn(person, "openid").getString("refresh_token");

        assertThat(other.refresh(token).jsonPath().getString("error")).isEqualTo("invalid_grant");
        assertThat(new Browser().cookie("ect_refresh", token).token().statusCode())
                .isEqualTo(401);
        assertThat(client.refresh(person.browser().cookie("ect_refresh"))
                        .jsonPath()
                        .getString("error"))
                .isEqualTo("invalid_grant");
        assertThat(client.refresh(token).statusCode()).isEqualTo(200);
    }

    @Test
    void signing_out_ends_what_clients_were_given_but_not_offline_access() {
        RelyingParty client = RelyingParty.registered();
        Person person = Person.someone();
        JsonPath bound = client.signIn(person, "openid");
        JsonPath offline = client.signIn(person, "openid offline_access");

        person.browser().signOut();

        assertThat(client.refresh(bound.getString("refresh_token")).statusCode())
                .isEqualTo(400);
        assertThat(RelyingParty.userInfo(bound.getString("access_token")).statusCode())
                .isEqualTo(401);
        assertThat(client.refresh(offline.getString("refresh_token")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void signing_in_anew_as_oneself_leaves_clients_in_peace_and_as_another_does_not() {
        RelyingParty client = RelyingParty.registered();
        Person person = Person.someone();
        String token = client.signIn(person, "openid").getString("refresh_token");

        Person.signIn(person.email(), person.browser());
        Response own = client.refresh(token);
        Person.signIn(Person.freshAddress(), person.browser());
        Response strangers = client.refresh(own.jsonPath().getString("refresh_token"));

        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(strangers.statusCode()).isEqualTo(400);
    }

    @Test
    void a_suspended_person_is_lost_to_clients_offline_access_included() {
        RelyingParty client = RelyingParty.registered();
        Person person = Person.someone();
        JsonPath offline = client.signIn(person, "openid offline_access");

        Person.administrator().api().body(Map.of("reason", "test")).put("/auth/accounts/" + person.id() + "/ban");

        assertThat(client.refresh(offline.getString("refresh_token")).statusCode())
                .isEqualTo(400);
        assertThat(RelyingParty.userInfo(offline.getString("access_token")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void an_answer_keeps_the_query_of_the_registered_address() {
        String registered = "https://client.example/callback?tenant=1";
        RelyingParty client = RelyingParty.registered(Map.of("redirectUris", List.of(registered)));

        Response response = open(new Browser(), client, Map.of("redirect_uri", registered, "prompt", "none"));

        assertThat(URI.create(response.header("Location")).getRawQuery()).startsWith("tenant=1&error=login_required");
    }
}
