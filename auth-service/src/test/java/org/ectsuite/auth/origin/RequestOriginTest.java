package org.ectsuite.auth.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestOriginTest {

    private final RequestOrigin origin = new RequestOrigin("https://ect.example");

    @Test
    void our_own_pages_are_ours() {
        assertThat(origin.own("same-origin", "https://ect.example")).isTrue();
        assertThat(origin.own("same-origin", "null")).isTrue();
        assertThat(origin.own(null, "https://ect.example")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "none", "", "SAME-ORIGIN"})
    void what_the_browser_calls_foreign_is_foreign_whatever_else_it_says(String fetchSite) {
        assertThat(origin.own(fetchSite, "https://ect.example")).isFalse();
        assertThat(origin.own(fetchSite, null)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example",
                "http://ect.example",
                "https://ect.example:8443",
                "https://ect.example.evil.example",
                ""
            })
    void another_origin_is_foreign_in_browsers_that_say_no_more(String other) {
        assertThat(origin.own(null, other)).isFalse();
    }

    @Test
    void programs_that_send_neither_are_left_to_the_other_walls() {
        assertThat(origin.own(null, null)).isTrue();
    }
}
