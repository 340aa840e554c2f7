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

    private static final OAuthClient CLIENT = new OAuthClient(
            "client-1",
            null,
            "Board",
            ClientAuthentication.NONE,
            List.of(REDIRECT),
            List.of(),
            null,
            Set.of(ClientGrant.AUTHORIZATION_CODE),
            Set.of("openid", "email", "people:read"),
            Set.of(),
            SigningAlgorithm.RS256,
            null);

    private static Reading read(Map<String, String> changes) {
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
        return AuthorizationRequests.read(Parameters.of(form), CLIENT);
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
