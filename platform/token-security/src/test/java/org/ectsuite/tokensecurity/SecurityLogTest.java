package org.ectsuite.tokensecurity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecurityLogTest {
    @ParameterizedTest
    @EnumSource(TokenRefusal.class)
    void every_reason_fits_the_documented_line(TokenRefusal reason) {
        assertThat(SecurityLog.line("192.0.2.1", reason))
                .matches("authentication failed: address=192\\.0\\.2\\.1 reason=[a-z]+(-[a-z]+)*");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:db8::1", "::1", "fe80::1%eth0", "::ffff:192.0.2.1"})
    void shows_addresses_as_they_are(String address) {
        assertThat(SecurityLog.line(address, TokenRefusal.SIGNATURE))
                .isEqualTo("authentication failed: address=" + address + " reason=signature");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "unknown",
                "-",
                "192.0.2.1\nauthentication failed: address=198.51.100.1",
                "192.0.2.1 reason=x",
                "192.0.2.1\"",
                "example.org"
            })
    void shows_nothing_that_is_no_address(String address) {
        assertThat(SecurityLog.line(address, TokenRefusal.UNKNOWN_KEY))
                .isEqualTo("authentication failed: address=unknown reason=unknown-key");
    }

    @Test
    void only_expiry_and_revocation_happen_to_honest_clients() {
        assertThat(TokenRefusal.values())
                .filteredOn(TokenRefusal::honest)
                .containsExactly(TokenRefusal.EXPIRED, TokenRefusal.REVOKED);
    }
}
