package org.ectsuite.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContinuationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/nets",
                "/nets/0197a1b2-0000-7000-8000-000000000001",
                "/nets/new?name=Sunday%20net&from=/nets",
                "/media/42?t=1:05",
                "/auth/me",
                "/auth/sign-in-help",
                "/.well-known/x",
                "/a...b"
            })
    void leads_to_a_local_path(String path) {
        assertThat(Continuation.of(path).path()).isEqualTo(path);
    }

    @ParameterizedTest
    @NullSource
    @FieldSource("org.ectsuite.auth.signin.OpenRedirects#CORPUS")
    void leads_home_instead_of_anywhere_else(String path) {
        assertThat(Continuation.of(path)).isEqualTo(Continuation.HOME);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth/sign-in", "/auth/sign-in?return_to=/nets", "/auth/sign-in/link?t=x"})
    void does_not_lead_in_a_circle(String path) {
        assertThat(Continuation.of(path)).isEqualTo(Continuation.HOME);
    }

    @Test
    void takes_512_characters_and_not_one_more() {
        assertThat(Continuation.of("/" + "a".repeat(511)).path()).hasSize(512);
        assertThat(Continuation.of("/" + "a".repeat(512))).isEqualTo(Continuation.HOME);
    }

    @Test
    void cannot_be_made_from_something_unread() {
        assertThatThrownBy(() -> new Continuation("https://evil.example")).isInstanceOf(IllegalArgumentException.class);
    }
}
