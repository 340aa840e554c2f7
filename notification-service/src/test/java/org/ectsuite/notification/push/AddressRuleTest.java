package org.ectsuite.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRuleTest {

    private final AddressRule rule = new AddressRule(List.of());

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "8.8.8.8", "172.15.255.255", "172.32.0.1", "100.63.0.1", "2606:4700:4700::1111"})
    void allows_public_addresses(String address) {
        assertThat(rule.allows(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "100.100.100.200",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "64:ff9b::7f00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refuses_whatever_is_not_public(String address) {
        assertThat(rule.allows(InetAddress.ofLiteral(address))).isFalse();
    }

    @Test
    void allows_what_the_operator_allows_and_nothing_beside_it() {
        // Given
        AddressRule lenient = new AddressRule(List.of("192.168.7.20/32", " fd00:7::/64"));

        // Then
        assertThat(lenient.allows(InetAddress.ofLiteral("192.168.7.20"))).isTrue();
        assertThat(lenient.allows(InetAddress.ofLiteral("fd00:7::1"))).isTrue();
        assertThat(lenient.allows(InetAddress.ofLiteral("192.168.7.21"))).isFalse();
        assertThat(lenient.allows(InetAddress.ofLiteral("127.0.0.1"))).isFalse();
    }

    @Test
    void takes_no_exception_that_is_no_network() {
        assertThatThrownBy(() -> new AddressRule(List.of("intranet.example")))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
