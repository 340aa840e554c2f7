package org.ectsuite.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClientCredentialsTest {

    private static final TokenRequest NOTHING = TokenRequest.of(Map.of());

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static void refuses(@Nullable String authorization, TokenRequest request, OAuthError expected) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> ClientCredentials.of(authorization, request))
                .satisfies(error -> assertThat(error.error()).isEqualTo(expected));
    }

    @Test
    void come_by_http_basic() {
        assertThat(ClientCredentials.of(basic("one:secret"), NOTHING))
                .isEqualTo(new ClientCredentials("one", "secret"));
        assertThat(ClientCredentials.of(basic("one:se:cret"), NOTHING))
                .isEqualTo(new ClientCredentials("one", "se:cret"));
        assertThat(ClientCredentials.of("bAsIc" + basic("one:secret").substring(5), NOTHING)
                        .id())
                .isEqualTo("one");
    }

    @Test
    void are_form_encoded_within_http_basic() {
        assertThat(ClientCredentials.of(basic("a%3Ab:p%25+q"), NOTHING))
                .isEqualTo(new ClientCredentials("a:b", "p% q"));
    }

    @Test
    void come_by_the_form() {
        TokenRequest form = TokenRequest.of(Map.of("client_id", List.of("one"), "client_secret", List.of("secret")));

        assertThat(ClientCredentials.of(null, form)).isEqualTo(new ClientCredentials("one", "secret"));
    }

    @Test
    void may_repeat_the_id_in_the_form() {
        TokenRequest form = TokenRequest.of(Map.of("client_id", List.of("one")));

        assertThat(ClientCredentials.of(basic("one:secret"), form).id()).isEqualTo("one");
        refuses(basic("two:secret"), form, OAuthError.INVALID_REQUEST);
    }

    @Test
    void come_in_one_way_only() {
        TokenRequest form = TokenRequest.of(Map.of("client_id", List.of("one"), "client_secret", List.of("secret")));

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
        refuses(null, TokenRequest.of(Map.of("client_id", List.of("one"))), OAuthError.INVALID_CLIENT);
    }

    @Test
    void do_not_show_the_secret_in_a_log_line() {
        assertThat(new ClientCredentials("one", "hush").toString()).doesNotContain("hush");
    }
}
