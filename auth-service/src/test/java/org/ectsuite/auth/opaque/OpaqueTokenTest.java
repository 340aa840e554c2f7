package org.ectsuite.auth.opaque;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpaqueTokenTest {

    private final SecureRandom random = new SecureRandom();

    @Test
    void carries_256_bits_and_never_repeats() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String text = OpaqueToken.random(random).text();
            assertThat(text).hasSize(43);
            assertThat(seen.add(text)).isTrue();
        }
    }

    @Test
    void is_recognised_when_it_comes_back() {
        OpaqueToken token = OpaqueToken.random(random);

        assertThat(OpaqueToken.parse(token.text())).contains(token);
        assertThat(OpaqueToken.parse(token.text()).orElseThrow().hash()).isEqualTo(token.hash());
    }

    @Test
    void another_one_has_another_hash() {
        assertThat(OpaqueToken.random(random).hash())
                .isNotEqualTo(OpaqueToken.random(random).hash());
    }

    @Test
    void hash_in_company_depends_on_both() {
        OpaqueToken one = OpaqueToken.random(random);
        OpaqueToken two = OpaqueToken.random(random);

        assertThat(one.hashWith("ABCD")).isEqualTo(one.hashWith("ABCD"));
        assertThat(one.hashWith("ABCD")).isNotEqualTo(one.hashWith("ABCE")).isNotEqualTo(two.hashWith("ABCD"));
        assertThat(one.hashWith("ABCD")).isNotEqualTo(one.hash());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "0123456789012345678901234567890123456789012=",
                "012345678901234567890123456789012345678901 ",
                "01234567890123456789012345678901234567890123"
            })
    void is_not_read_from_anything_else(String text) {
        assertThat(OpaqueToken.parse(text)).isEmpty();
    }

    @Test
    void does_not_show_itself_in_a_log_line() {
        OpaqueToken token = OpaqueToken.random(random);

        assertThat(token.toString()).doesNotContain(token.text());
    }
}
