package org.ectsuite.auth.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ectsuite.auth.authorization.AuthorizationRequests.Reading;
import org.ectsuite.auth.client.ClientAuthentication;
import org.ectsuite.auth.client.ClientGrant;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.keys.SigningAlgorithm;
import org.ectsuite.auth.protocol.Parameters;

/** Whatever strangers put into an authorization request. */
class AuthorizationRequestsPropertyTest {

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
            Set.of("openid", "email"),
            Set.of(),
            SigningAlgorithm.RS256,
            false,
            null);

    private static Reading read(Map<String, String> parameters) {
        Map<String, List<String>> form = new HashMap<>();
        parameters.forEach((name, value) -> form.put(name, List.of(value)));
        return AuthorizationRequests.read(Parameters.of(form), CLIENT);
    }

    /** Usual parameters, each as it should be, or one of its neighbours, or anything. */
    @Provide
    static Arbitrary<Map<String, String>> requests() {
        Arbitrary<String> names = Arbitraries.of(
                "response_type",
                "response_mode",
                "redirect_uri",
                "scope",
                "state",
                "nonce",
                "code_challenge",
                "code_challenge_method",
                "prompt",
                "max_age",
                "login_hint",
                "id_token_hint",
                "request",
                "request_uri");
        Arbitrary<String> values = Arbitraries.oneOf(
                Arbitraries.of(
                        "code",
                        "query",
                        REDIRECT,
                        "openid",
                        "openid email",
                        "x".repeat(43),
                        "S256",
                        "plain",
                        "none",
                        "login consent",
                        "0",
                        "60",
                        "999999999",
                        "-1",
                        ""),
                Arbitraries.strings().ofMaxLength(60));
        return Arbitraries.maps(names, values).ofMaxSize(14);
    }

    @Property
    void nobody_is_sent_anywhere_but_to_the_registered_address(@ForAll("requests") Map<String, String> parameters) {
        switch (read(parameters)) {
            case Reading.Unsafe() -> assertThat(parameters.get("redirect_uri")).isNotEqualTo(REDIRECT);
            case Reading.Bad bad -> assertThat(bad.reply().redirectUri()).isEqualTo(REDIRECT);
            case Reading.Good(AuthorizationRequest request) -> {
                assertThat(request.reply().redirectUri()).isEqualTo(REDIRECT);
                assertThat(request.scopes()).isNotEmpty().isSubsetOf(CLIENT.scopes());
                assertThat(request.codeChallenge()).matches("[A-Za-z0-9_-]{43}");
            }
        }
    }

    @Property
    void what_is_kept_while_somebody_signs_in_reads_the_same_afterwards(
            @ForAll("requests") Map<String, String> parameters) {
        Map<String, List<String>> form = new HashMap<>();
        parameters.forEach((name, value) -> form.put(name, List.of(value)));
        Parameters sent = Parameters.of(form);

        Parameters kept = Parameters.parse(sent.encoded());

        parameters.keySet().forEach(name -> assertThat(kept.find(name)).isEqualTo(sent.find(name)));
    }
}
