package org.ectsuite.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.ectsuite.auth.AtOnce;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class SessionResourceTest {

    private static final String TOKEN = "/auth/session/token";
    private static final String REFRESH = "ect_refresh";

    private Person person;
    private Browser browser;

    @BeforeEach
    void signIn() {
        person = Person.someone();
        browser = person.browser();
    }

    private static String endOf(String sessionId) {
        return TestDatabase.current()
                .query("select end_reason from session where id = ?::uuid", sessionId)
                .getFirst();
    }

    private static void refusedSoon(String accessToken) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                Person.withToken(accessToken).get("/auth/me").statusCode())
                        .isEqualTo(401));
    }

    @Test
    void gives_an_access_token_and_the_next_cookie() {
        // Given
        String cookieBefore = browser.cookie(REFRESH);

        // When
        Response response = browser.token();

        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(response.jsonPath().getString("token_type")).isEqualTo("Bearer");
        assertThat(response.jsonPath().getInt("expires_in")).isEqualTo(600);
        assertThat(browser.cookie(REFRESH)).isNotEqualTo(cookieBefore);
        assertThat(Person.withToken(response.jsonPath().getString("access_token"))
                        .get("/auth/me")
                        .jsonPath()
                        .getString("email"))
                .isEqualTo(person.email());
    }

    @Test
    void no_script_and_no_other_site_gets_at_the_cookie() {
        Cookie cookie = browser.token().detailedCookie(REFRESH);

        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.getPath()).isEqualTo("/auth");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.getMaxAge())
                .isBetween(Duration.ofDays(13).toSeconds(), Duration.ofDays(14).toSeconds());
    }

    @Test
    void is_refused_without_the_header_of_the_web_client() {
        assertThat(browser.request().post(TOKEN).statusCode()).isEqualTo(403);
        assertThat(browser.request()
                        .header("X-ECT-Request", "other")
                        .post(TOKEN)
                        .statusCode())
                .isEqualTo(403);
        assertThat(browser.request().post("/auth/session/sign-out").statusCode())
                .isEqualTo(403);
        // And the session is none the worse for it.
        assertThat(browser.token().statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none"})
    void is_refused_to_other_sites(String fetchSite) {
        Response response = browser.request()
                .header("X-ECT-Request", "web")
                .header("Sec-Fetch-Site", fetchSite)
                .post(TOKEN);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.detailedCookie(REFRESH)).isNull();
    }

    @Test
    void is_refused_to_other_origins() {
        Response response = browser.request()
                .header("X-ECT-Request", "web")
                .header("Origin", "https://evil.example")
                .post(TOKEN);

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.header("Access-Control-Allow-Origin")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void an_unknown_cookie_is_no_session(String cookie) {
        Response response = new Browser().cookie(REFRESH, cookie).token();

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.contentType()).startsWith("application/problem+json");
        assertThat(response.jsonPath().getString("code")).isEqualTo("unauthenticated");
    }

    @Test
    void two_windows_that_ask_with_the_same_cookie_get_the_same_successor() {
        // Given
        String cookie = browser.cookie(REFRESH);
        browser.token();
        String successor = browser.cookie(REFRESH);

        // When
        Response second = browser.cookie(REFRESH, cookie).token();

        // Then
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(browser.cookie(REFRESH)).isEqualTo(successor);
        assertThat(browser.token().statusCode()).isEqualTo(200);
    }

    @Test
    void many_that_ask_at_once_get_one_successor() throws Exception {
        // When
        List<String> successors = AtOnce.times(12, () -> {
            Response response = browser.request().header("X-ECT-Request", "web").post(TOKEN);
            return response.statusCode() + " " + response.cookie(REFRESH);
        });

        // Then
        assertThat(successors).allMatch(answer -> answer.startsWith("200 "));
        assertThat(successors.stream().distinct()).hasSize(1);
        assertThat(TestDatabase.current()
                        .query(
                                "select count(*) from refresh_token where session_id = ?::uuid and rotated_at is null",
                                person.claim("sid")))
                .containsExactly("1");
    }

    @Test
    void a_cookie_from_before_the_last_one_ends_the_session_for_everybody() {
        // Given
        String stolen = browser.cookie(REFRESH);
        browser.token();
        browser.token();
        String accessToken = person.renew().accessToken();
        Browser thief = new Browser().cookie(REFRESH, stolen);

        // When
        Response response = thief.token();

        // Then
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(browser.token().statusCode()).isEqualTo(401);
        assertThat(endOf(person.claim("sid"))).isEqualTo("REUSE");
        refusedSoon(accessToken);
        assertThat(TestDatabase.current()
                        .query(
                                "select after->>'reason' from audit_event where action = 'session.ended' and object_id = ?",
                                person.claim("sid")))
                .containsExactly("REUSE");
    }

    @Test
    void the_last_cookie_from_another_program_ends_the_session_even_at_once() {
        // Given
        String stolen = browser.cookie(REFRESH);
        browser.token();

        // When
        Response response =
                new Browser().userAgent("curl/8").cookie(REFRESH, stolen).token();

        // Then
        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(endOf(person.claim("sid"))).isEqualTo("REUSE");
    }

    @Test
    void one_persons_stolen_cookie_does_not_touch_the_sessions_of_another_browser() {
        // Given
        Person elsewhere = Person.signedIn(person.email());
        String stolen = browser.cookie(REFRESH);
        browser.token();
        browser.token();

        // When
        new Browser().cookie(REFRESH, stolen).token();

        // Then
        assertThat(elsewhere.browser().token().statusCode()).isEqualTo(200);
    }

    @Test
    void signing_out_ends_cookie_and_tokens() {
        // Given
        String cookie = browser.cookie(REFRESH);
        String accessToken = person.accessToken();

        // When
        Response response = browser.signOut();

        // Then
        assertThat(response.statusCode()).isEqualTo(204);
        assertThat(response.detailedCookie(REFRESH).getMaxAge()).isZero();
        assertThat(new Browser().cookie(REFRESH, cookie).token().statusCode()).isEqualTo(401);
        assertThat(endOf(person.claim("sid"))).isEqualTo("SIGN_OUT");
        refusedSoon(accessToken);
    }

    @Test
    void signing_out_without_a_session_is_no_mistake() {
        assertThat(new Browser().signOut().statusCode()).isEqualTo(204);
    }

    @Test
    void the_database_holds_no_token_that_could_be_used() {
        // Given
        browser.token();

        // When
        List<String> rows = TestDatabase.current()
                .query("select t::text from refresh_token t where session_id = ?::uuid", person.claim("sid"));

        // Then
        String current = browser.cookie(REFRESH);
        String hex = java.util.HexFormat.of().formatHex(current.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(current)).noneMatch(row -> row.contains(hex));
    }

    @Test
    void the_database_refuses_a_second_current_token() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> TestDatabase.current().update("""
                                insert into refresh_token (id, session_id, token_hash, created_at)
                                values (gen_random_uuid(), ?::uuid, sha256('x'), now())""", person.claim("sid"))))
                .hasRootCauseMessage("ERROR: duplicate key value violates unique constraint \"refresh_token_current\"\n"
                        + "  Detail: Key (session_id)=(" + person.claim("sid") + ") already exists.");
    }
}
