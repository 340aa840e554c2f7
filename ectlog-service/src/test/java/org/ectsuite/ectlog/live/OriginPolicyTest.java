package org.ectsuite.ectlog.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OriginPolicyTest {

    private static final OriginPolicy POLICY =
            new OriginPolicy(Set.of("https://net.example.org", " https://app.example.org ", ""));

    @ParameterizedTest
    @ValueSource(strings = {"https://net.example.org", "https://app.example.org"})
    void permits_listed_origins(String origin) {
        assertThat(POLICY.permits(origin)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://net.example.org",
                "https://net.example.org:8443",
                "https://net.example.org.evil.example",
                "https://evil.example",
                "https://xnet.example.org",
                "null",
                "",
                "*",
                "https://net.example.org/"
            })
    void refuses_all_others(String origin) {
        assertThat(POLICY.permits(origin)).isFalse();
    }

    @Test
    void refuses_who_says_none() {
        assertThat(POLICY.permits(null)).isFalse();
    }
}
