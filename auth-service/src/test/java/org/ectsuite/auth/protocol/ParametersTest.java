package org.ectsuite.auth.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParametersTest {

    @Test
    void reads_each_parameter_once() {
        Parameters request = Parameters.of(Map.of("scope", List.of("a"), "x", List.of("y")));

        assertThat(request.find("scope")).contains("a");
        assertThat(request.require("x")).isEqualTo("y");
    }

    @Test
    void an_empty_parameter_is_none() {
        assertThat(Parameters.of(Map.of("scope", List.of(""))).find("scope")).isEmpty();
        assertThat(Parameters.of(Map.of("scope", List.of())).find("scope")).isEmpty();
    }

    @Test
    void a_parameter_sent_twice_is_an_error_even_if_nobody_reads_it() {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> Parameters.of(Map.of("anything", List.of("a", "a"))))
                .satisfies(error -> assertThat(error.error()).isEqualTo(OAuthError.INVALID_REQUEST));
    }

    @Test
    void a_missing_parameter_is_named() {
        assertThatExceptionOfType(OAuthException.class)
                .isThrownBy(() -> Parameters.of(Map.of()).require("grant_type"))
                .satisfies(error -> assertThat(error.description()).contains("grant_type"));
    }
}
