package org.ectsuite.webedge.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustedProxiesTest {

    private final TrustedProxies proxies = new TrustedProxies(new RequestConfig() {
        @Override
        public String publicUrl() {
            return "http://localhost:8080";
        }

        @Override
        public List<String> trustedProxies() {
            return List.of("127.0.0.1/32", "::1/128", "10.1.0.0/16");
        }
    });

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, true",
        "::1, true",
        "10.1.200.7, true",
        "10.2.0.1, false",
        "203.0.113.7, false",
        "2001:db8::1, false",
        "unknown, false",
        "-, false"
    })
    void tells_proxies_from_clients(String address, boolean expected) {
        assertThat(proxies.contain(address)).isEqualTo(expected);
    }
}
