package org.ectsuite.auth.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeRequestTest {

    private static final Set<String> ALLOWED = Set.of("b:read", "a:read", "c:send");

    @Test
    void all_that_is_allowed_if_none_is_asked_for() {
        assertThat(ScopeRequest.grant(Optional.empty(), ALLOWED)).containsExactly("a:read", "b:read", "c:send");
    }

    @Test
    void what_is_asked_for_within_what_is_allowed() {
        assertThat(ScopeRequest.grant(Optional.of("c:send a:read"), ALLOWED)).containsExactly("c:send", "a:read");
        assertThat(ScopeRequest.grant(Optional.of("a:read a:read"), ALLOWED)).isEqualTo(List.of("a:read"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "d:read",
                "a:read d:read",
                "a:read,b:read",
                "A:READ",
                "a:read  b:read",
                " a:read",
                "a:read ",
                "a:read\tb:read",
                "\"a:read\"",
                "a\\b",
                "ä:read",
                "*",
                "a:*"
            })
    void nothing_else(String asked) {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> ScopeRequest.grant(Optional.of(asked), ALLOWED))
                .satisfies(error -> assertThat(error.error()).isEqualTo(OAuthError.INVALID_SCOPE));
    }
}
