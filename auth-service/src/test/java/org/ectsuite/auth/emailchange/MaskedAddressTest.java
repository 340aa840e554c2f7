package org.ectsuite.auth.emailchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.ectsuite.auth.account.EmailAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedAddressTest {

    @ParameterizedTest
    @CsvSource({
        "ann@example.org, a***@example.org",
        "a@example.org, a***@example.org",
        "Zed+x@mail.example, Z***@mail.example"
    })
    void shows_the_first_letter_and_the_domain(String address, String shown) {
        assertThat(MaskedAddress.of(new EmailAddress(address))).isEqualTo(shown);
    }
}
