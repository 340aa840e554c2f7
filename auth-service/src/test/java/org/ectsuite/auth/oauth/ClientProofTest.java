package org.ectsuite.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.ectsuite.auth.protocol.OAuthError;
import org.ectsuite.auth.protocol.OAuthException;
import org.ectsuite.auth.protocol.Parameters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientProofTest {

    private static final Parameters NOTHING = Parameters.of(Map.of());

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuses(@Nullable String authorization, Parameters request, OAuthError expected) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> ClientProof.of(authorization, request))
                .satisfies(error -> assertThat(error.error()).isEqualTo(expected));
    }

    @Test
    void come_by_http_basic() {
        assertThat(ClientProof.of(basic("one:secret"), NOTHING)).isEqualTo(new ClientProof.Secret("one", "secret"));
        assertThat(ClientProof.of(basic("one:se:cret"), NOTHING)).isEqualTo(new ClientProof.Secret("one", "se:cret"));
        assertThat(ClientProof.of("bAsIc" + basic("one:secret").substring(5), NOTHING))
                .isEqualTo(new ClientProof.Secret("one", "secret"));
    }

    @Test
    void are_form_encoded_within_http_basic() {
        assertThat(ClientProof.of(basic("a%3Ab:p%25+q"), NOTHING)).isEqualTo(new ClientProof.Secret("a:b", "p% q"));
    }

    @Test
    void come_by_the_form() {
        Parameters form = Parameters.of(Map.of("client_id", List.of("one"), "client_secret", List.of("secret")));

        assertThat(ClientProof.of(null, form)).isEqualTo(new ClientProof.Secret("one", "secret"));
    }

    @Test
    void may_repeat_the_id_in_the_form() {
        Parameters form = Parameters.of(Map.of("client_id", List.of("one")));

        assertThat(ClientProof.of(basic("one:secret"), form)).isEqualTo(new ClientProof.Secret("one", "secret"));
        refuses(basic("two:secret"), form, OAuthError.INVALID_REQUEST);
    }

    @Test
    void come_in_one_way_only() {
        Parameters form = Parameters.of(Map.of("client_id", List.of("one"), "client_secret", List.of("secret")));

        refuses(basic("one:secret"), form, OAuthError.INVALID_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Basic",
                "Basic ",
                "Basic !!!",
                "Basic bm9jb2xvbg==",
                "Basic OnNlY3JldA==",
                "Basic /w==",
                "Bearer abc",
                "Basic YSV6ejpi"
            })
    void that_cannot_be_read_are_none(String authorization) {
        refuses(authorization, NOTHING, OAuthError.INVALID_CLIENT);
    }

    @Test
    void that_are_missing_are_none() {
        refuses(null, NOTHING, OAuthError.INVALID_CLIENT);
    }

    @Test
    void do_not_show_the_secret_in_a_log_line() {
        assertThat(new ClientProof.Secret("one", "hush").toString()).doesNotContain("hush");
    }

    @Test
    void a_public_client_merely_names_itself() {
        assertThat(ClientProof.of(null, Parameters.of(Map.of("client_id", List.of("one")))))
                .isEqualTo(new ClientProof.Name("one"));
    }

    @Test
    void a_signature_comes_with_its_type_and_alone() {
        Map<String, List<String>> good = Map.of(
                "client_assertion", List.of("a.b.c"), "client_assertion_type", List.of(ClientProof.ASSERTION_TYPE));

        assertThat(ClientProof.of(null, Parameters.of(good))).isEqualTo(new ClientProof.Assertion("a.b.c"));
        refuses(basic("one:secret"), Parameters.of(good), OAuthError.INVALID_REQUEST);
        refuses(
                null,
                Parameters.of(Map.of(
                        "client_assertion", List.of("a.b.c"), "client_assertion_type", List.of("urn:something"))),
                OAuthError.INVALID_CLIENT);
    }
}
