package org.ectsuite.auth.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ectsuite.auth.authorization.AuthorizationRequests.Reading;
import org.ectsuite.auth.client.ClientAuthentication;
import org.ectsuite.auth.client.ClientGrant;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.keys.SigningAlgorithm;
import org.ectsuite.auth.protocol.OAuthError;
import org.ectsuite.auth.protocol.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

class AuthorizationRequestsTest {

    private static final String REDIRECT = "https://client.example/cb";

    private static final OAuthClient CLIENT = client(ClientAuthentication.NONE, false);

    private static OAuthClient client(ClientAuthentication authentication, boolean pkceOptional) {
        return new OAuthClient(
                "client-1",
                null,
                "Board",
                authentication,
                List.of(REDIRECT),
                List.of(),
                null,
                Set.of(ClientGrant.AUTHORIZATION_CODE),
                Set.of("openid", "email", "people:read"),
                Set.of(),
                SigningAlgorithm.RS256,
                pkceOptional,
                null);
    }

    private static Reading read(Map<String, String> changes) {
        return read(changes, CLIENT);
    }

    private static Reading read(Map<String, String> changes, OAuthClient client) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "response_type", "code",
                "client_id", "client-1",
                "redirect_uri", REDIRECT,
                "scope", "openid email",
                "state", "s",
                "code_challenge", "x".repeat(43),
                "code_challenge_method", "S256"));
        parameters.putAll(changes);
        Map<String, List<String>> form = new HashMap<>();
        parameters.forEach((name, value) -> form.put(name, List.of(value)));
        return AuthorizationRequests.read(Parameters.of(form), client);
    }

    private static AuthorizationRequest good(Map<String, String> changes) {
        Reading reading = read(changes);
        assertThat(reading).isInstanceOf(Reading.Good.class);
        return ((Reading.Good) reading).request();
    }

    @Test
    void reads_what_a_client_asks_for() {
        AuthorizationRequest request =
                good(Map.of("nonce", "n", "prompt", "login consent", "max_age", "60", "login_hint", "ann@example.org"));

        assertThat(request.reply()).isEqualTo(new AuthorizationRequest.Reply(REDIRECT, "s"));
        assertThat(request.scopes()).containsExactly("openid", "email");
        assertThat(request.nonce()).isEqualTo("n");
        assertThat(request.prompts()).containsExactlyInAnyOrder(Prompt.LOGIN, Prompt.CONSENT);
        assertThat(request.maxAge()).contains(Duration.ofSeconds(60));
        assertThat(request.loginHint()).contains("ann@example.org");
        assertThat(request.silent()).isFalse();
    }

    @Test
    void passes_over_scopes_that_are_unknown_or_not_for_this_client_or_not_for_people() {
        assertThat(good(Map.of("scope", "openid address profile people:read")).scopes())
                .containsExactly("openid");
    }

    @ParameterizedTest
    @FieldSource("org.ectsuite.auth.signin.OpenRedirects#CORPUS")
    void sends_nobody_where_the_client_is_not_at_home(String elsewhere) {
        assertThat(read(Map.of("redirect_uri", elsewhere))).isInstanceOf(Reading.Unsafe.class);
        assertThat(read(Map.of("redirect_uri", REDIRECT + elsewhere)))
                .satisfiesAnyOf(
                        reading -> assertThat(reading).isInstanceOf(Reading.Unsafe.class),
                        // Nothing was added.
                        reading -> assertThat(elsewhere).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "response_type, '', invalid_request",
        "response_type, token, unsupported_response_type",
        "response_type, code id_token, unsupported_response_type",
        "response_mode, fragment, invalid_request",
        "scope, '', invalid_request",
        "scope, address, invalid_scope",
        "scope, 'openid  email', invalid_scope",
        "code_challenge, '', invalid_request",
        "code_challenge, short, invalid_request",
        "code_challenge_method, '', invalid_request",
        "code_challenge_method, plain, invalid_request",
        "code_challenge_method, s256, invalid_request",
        "prompt, none login, invalid_request",
        "prompt, sometimes, invalid_request",
        "prompt, 'login ', invalid_request",
        "max_age, -1, invalid_request",
        "max_age, soon, invalid_request",
        "max_age, 1e3, invalid_request",
        "request, eyJ, request_not_supported",
        "request_uri, https://x, request_uri_not_supported",
        "registration, {}, registration_not_supported",
    })
    void tells_the_client_what_is_wrong(String name, String value, String error) {
        assertThat(read(Map.of(name, value))).isInstanceOfSatisfying(Reading.Bad.class, bad -> {
            assertThat(bad.error().error().code()).isEqualTo(error);
            assertThat(bad.reply()).isEqualTo(new AuthorizationRequest.Reply(REDIRECT, "s"));
        });
    }

    @Test
    void a_client_that_may_do_without_pkce_does_without_all_of_it_or_nothing() {
        OAuthClient excepted = client(ClientAuthentication.SECRET, true);

        assertThat(read(Map.of("code_challenge", "", "code_challenge_method", ""), excepted))
                .isInstanceOfSatisfying(
                        Reading.Good.class,
                        good -> assertThat(good.request().codeChallenge()).isNull());
        assertThat(read(Map.of(), excepted))
                .isInstanceOfSatisfying(
                        Reading.Good.class,
                        good -> assertThat(good.request().codeChallenge()).isEqualTo("x".repeat(43)));
        for (Map<String, String> half : List.of(
                Map.of("code_challenge", ""),
                Map.of("code_challenge_method", ""),
                Map.of("code_challenge_method", "plain"),
                Map.of("code_challenge", "short"))) {
            assertThat(read(half, excepted)).isInstanceOf(Reading.Bad.class);
        }
    }

    @Test
    void a_confidential_client_without_the_exception_uses_pkce() {
        assertThat(read(
                        Map.of("code_challenge", "", "code_challenge_method", ""),
                        client(ClientAuthentication.SECRET, false)))
                .isInstanceOf(Reading.Bad.class);
    }

    @Test
    void texts_have_a_length() {
        for (Map.Entry<String, Integer> limit : Map.of(
                        "state", 2000, "nonce", 500, "login_hint", 254, "id_token_hint", 4096)
                .entrySet()) {
            assertThat(read(Map.of(limit.getKey(), "a".repeat(limit.getValue()))))
                    .isInstanceOf(Reading.Good.class);
            assertThat(read(Map.of(limit.getKey(), "a".repeat(limit.getValue() + 1))))
                    .isInstanceOfSatisfying(
                            Reading.Bad.class,
                            bad -> assertThat(bad.error().error()).isEqualTo(OAuthError.INVALID_REQUEST));
        }
    }
}
