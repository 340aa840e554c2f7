package org.ectsuite.tokensecurity;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyIterable;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.AuthServerResource;
import org.ectsuite.testsupport.PostgresResource;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(AuthServerResource.class)
class AccessTokenResourceTest {
    private static final String AUDIENCE = "probe-service";

    private static TestTokens alice() {
        return TestTokens.user("alice").callsign("W1AW").audience(AUDIENCE);
    }

    private static ValidatableResponse get(String path, String token) {
        return given().header("Authorization", "Bearer " + token).get(path).then();
    }

    private static int status(String path, String token) {
        return get(path, token).extract().statusCode();
    }

    @BeforeEach
    void everybody_is_welcome() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> status("/user", alice().sign()) == 200);
    }

    @AfterEach
    void nothing_stays_revoked() {
        AuthServer.reconnect();
        AuthServer.forgetRevocations();
    }

    @Test
    void accepts_the_token_of_a_person() {
        get("/user", alice().roles("NCS").sign())
                .statusCode(200)
                .body("subject", equalTo(TestTokens.idOf("alice").toString()))
                .body("person", is(true))
                .body("clientId", equalTo("web"))
                .body("callsign", equalTo("W1AW"))
                .body("roles", contains("LOGGER", "NCS", "USER"))
                .body("scopes", emptyIterable());
    }

    private static TestTokens keyOfAlice(String scopes) {
        return alice().claim("client_id", ApiKeys.clientId(TestTokens.idOf("key")))
                .claim("scope", scopes);
    }

    @Test
    void accepts_the_token_of_an_api_key_within_its_scopes() {
        get("/user", keyOfAlice("probe:read").sign()).statusCode(200).body("roles", contains("USER"));
        given().header("Authorization", "Bearer " + keyOfAlice("probe:write").sign())
                .post("/user")
                .then()
                .statusCode(200);
    }

    @Test
    void refuses_the_token_of_an_api_key_beyond_its_scopes() {
        get("/user", keyOfAlice("ectlog:write").sign()).statusCode(403);
        given().header("Authorization", "Bearer " + keyOfAlice("probe:read").sign())
                .post("/user")
                .then()
                .statusCode(403);
    }

    private static ValidatableResponse administer(TestTokens token) {
        return given().header("Authorization", "Bearer " + token.sign())
                .post("/administration")
                .then();
    }

    private static TestTokens administratorWithFactor(Duration ago) {
        long shown = Clock.systemUTC().instant().minus(ago).getEpochSecond();
        return alice().roles("ADMIN").claim("acr", "urn:ect:acr:mfa").claim("auth_time", shown);
    }

    @Test
    void an_administrator_without_a_second_factor_needs_none() {
        administer(alice().roles("ADMIN")).statusCode(200);
    }

    @Test
    void an_administrator_acts_with_a_recent_factor() {
        administer(administratorWithFactor(Duration.ofMinutes(29))).statusCode(200);
    }

    @Test
    void an_administrator_is_asked_for_the_factor_again_when_it_is_long_ago() {
        administer(administratorWithFactor(Duration.ofMinutes(31)))
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("step-up-required"))
                .header("WWW-Authenticate", containsString("insufficient_user_authentication"))
                .header("WWW-Authenticate", containsString("max_age=1800"));
    }

    @Test
    void to_look_an_administrator_needs_no_recent_factor() {
        get("/administration", administratorWithFactor(Duration.ofDays(3)).sign())
                .statusCode(200);
    }

    @Test
    void an_administrator_who_has_not_shown_his_factor_at_all_shows_it_first() {
        administer(alice().roles("ADMIN")
                        .claim("acr", "urn:ect:acr:mfa-due")
                        .claim("auth_time", Clock.systemUTC().instant().getEpochSecond()))
                .statusCode(401)
                .body("code", equalTo("step-up-required"));
    }

    @Test
    void somebody_else_who_is_refused_is_not_asked_for_a_factor() {
        administer(alice().roles("NCS").claim("acr", "urn:ect:acr:mfa").claim("auth_time", 1))
                .statusCode(403)
                .body("code", equalTo("forbidden"));
    }

    @Test
    void accepts_it_on_worker_threads_too() {
        get("/blocking", alice().sign()).statusCode(200).body("callsign", equalTo("W1AW"));
    }

    @Test
    void accepts_the_token_of_a_service_for_what_its_scopes_allow() {
        var token = TestTokens.service("ectlog-service")
                .scopes(Scopes.NOTIFICATIONS_SEND, Scopes.PEOPLE_READ)
                .audience(AUDIENCE)
                .sign();

        get("/send", token)
                .statusCode(200)
                .body("subject", equalTo("ectlog-service"))
                .body("person", is(false))
                .body("scopes", contains("notifications:send", "people:read"));
    }

    @Test
    void refuses_a_service_without_the_scope() {
        var token = TestTokens.service("media-service")
                .scopes(Scopes.REVOCATIONS_READ)
                .audience(AUDIENCE)
                .sign();

        get("/send", token).statusCode(403);
    }

    @Test
    void a_service_has_no_roles_even_if_its_token_says_so() {
        var token = TestTokens.service("ectlog-service")
                .roles("ADMIN")
                .audience(AUDIENCE)
                .sign();

        get("/user", token).statusCode(403);
    }

    @Test
    void a_role_opens_what_it_names_and_nothing_above() {
        get("/control", alice().roles("NCS").sign()).statusCode(200);
        get("/control", alice().roles("LOGGER").sign()).statusCode(403);
    }

    @Test
    void challenges_who_brings_no_token() {
        given().get("/user")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer realm=\"ect\""))
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void a_scheme_without_a_token_is_nobody() {
        given().header("Authorization", "Bearer").get("/user").then().statusCode(401);
    }

    @Test
    void other_schemes_are_nobody() {
        given().header("Authorization", "Basic YWxpY2U6c2VjcmV0")
                .get("/user")
                .then()
                .statusCode(401);
    }

    @Test
    void a_token_in_the_query_is_not_looked_at() {
        given().queryParam("access_token", alice().sign()).get("/user").then().statusCode(401);
    }

    @Test
    void refuses_two_authorization_headers() {
        given().header(
                        "Authorization",
                        "Bearer " + alice().sign(),
                        "Bearer " + alice().roles("ADMIN").sign())
                .get("/user")
                .then()
                .statusCode(401);
    }

    @Test
    void an_endpoint_without_an_access_rule_is_closed_for_all() {
        get("/forgotten", alice().roles("ADMIN").sign()).statusCode(403);
    }

    @Test
    void an_open_endpoint_answers_without_looking_at_the_token() {
        get("/open", alice().expired().sign()).statusCode(200).body("caller", is(false));
    }

    static Stream<Arguments> bad_tokens() {
        return Stream.of(
                Arguments.of("expired", alice().expired().sign()),
                Arguments.of(
                        "issued in the future",
                        alice().issuedBefore(Duration.ofMinutes(-2)).sign()),
                Arguments.of("for an hour", alice().life(Duration.ofHours(1)).sign()),
                Arguments.of(
                        "of another issuer",
                        alice().issuer("https://evil.example/auth").sign()),
                Arguments.of(
                        "for another service",
                        alice().audience("ectlog-service").sign()),
                Arguments.of("an ID token", alice().type("JWT").sign()),
                Arguments.of("without a type", alice().withoutHeader("typ").sign()),
                Arguments.of("without a key id", alice().withoutHeader("kid").sign()),
                Arguments.of("of an unknown key", alice().signWithUnknownKey()),
                Arguments.of("of a forged key", alice().signWithForgedKey()),
                Arguments.of("unsigned", alice().unsigned()),
                Arguments.of("HS256 with the public key", alice().signWithPublicKeyAsSecret()),
                Arguments.of("RS256", alice().signRs256()),
                Arguments.of("ES384", alice().signEs384()),
                Arguments.of("tampered with", alice().tampered()),
                Arguments.of("without a subject", alice().without("sub").sign()),
                Arguments.of("without an expiry", alice().without("exp").sign()),
                Arguments.of("nonsense", "not-a-token"));
    }

    @ParameterizedTest(name = "refuses a token {0}")
    @MethodSource("bad_tokens")
    void refuses_bad_tokens(String what, String token) {
        get("/user", token)
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", equalTo("Bearer realm=\"ect\", error=\"invalid_token\""))
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void a_signed_out_session_is_refused_within_a_poll_though_its_token_was_accepted() {
        // Given
        var session = UUID.randomUUID();
        var token = alice().session(session).sign();
        get("/user", token).statusCode(200);

        // When
        AuthServer.revokeSession(session);

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> status("/user", token) == 401);
        get("/user", alice().sign()).statusCode(200);
    }

    @Test
    void a_change_of_role_ends_older_tokens_only() {
        // Given
        var older = alice().issuedBefore(Duration.ofMinutes(1)).sign();
        get("/user", older).statusCode(200);

        // When
        AuthServer.revokeSubjectBefore("alice", Clock.systemUTC().instant().minusSeconds(5));

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> status("/user", older) == 401);
        get("/user", alice().sign()).statusCode(200);
    }

    @Test
    void an_outage_of_auth_service_changes_nothing() {
        // Given
        var session = UUID.randomUUID();
        var revoked = alice().session(session).sign();
        AuthServer.revokeSession(session);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> status("/user", revoked) == 401);

        // When
        AuthServer.disconnect();
        int before = AuthServer.requestsFor("/auth/revocations");
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> AuthServer.requestsFor("/auth/revocations") >= before + 3);

        // Then
        get("/user", alice().sign()).statusCode(200);
        get("/user", revoked).statusCode(401);
    }

    @Test
    void a_new_key_is_accepted_at_once() {
        // Given
        var ofTheOldKey = alice().sign();

        // When
        TestTokens.rotateKey();

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> status("/user", alice().sign()) == 200);
        get("/user", ofTheOldKey).statusCode(200);
    }

    @Test
    void a_storm_of_unknown_keys_is_not_passed_on() {
        // Given
        int before = AuthServer.requestsFor("/auth/jwks");
        var start = System.nanoTime();

        // When
        for (int i = 0; i < 200; i++) {
            get("/user", alice().signWithUnknownKey()).statusCode(401);
        }

        // Then
        var seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
        assertThat(AuthServer.requestsFor("/auth/jwks") - before).isLessThanOrEqualTo((int) seconds + 1);
    }

    @Test
    void gets_a_token_of_its_own_once_per_audience() {
        // Given
        var audience = "notification-" + UUID.randomUUID();
        int before = AuthServer.requestsFor("/auth/oauth/token");

        // When
        var first = get("/tokens/" + audience, alice().sign())
                .statusCode(200)
                .extract()
                .asString();
        var second = get("/tokens/" + audience, alice().sign())
                .statusCode(200)
                .extract()
                .asString();

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(AuthServer.requestsFor("/auth/oauth/token") - before).isEqualTo(1);
    }

    @Test
    void ready_once_keys_and_list_are_there() {
        given().baseUri("http://localhost:" + managementPort())
                .basePath("/")
                .get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'access tokens' }.data.keys", is(true))
                .body("checks.find { it.name == 'access tokens' }.data.revocations", is(true));
    }

    private static int managementPort() {
        return ConfigProvider.getConfig().getValue("quarkus.management.port", Integer.class);
    }
}
