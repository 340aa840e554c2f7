package org.ectsuite.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.ectsuite.tokensecurity.startup.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstAdministratorCheckTest {

    @Test
    void has_nothing_against_an_address_or_none() {
        assertThat(check("admin@ect.example").findings()).isEmpty();
        assertThat(new FirstAdministratorCheck(Optional::empty).findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "admin@", "@ect.example", "a b@ect.example", "changeme"})
    void names_the_property_when_its_value_is_no_address(String value) {
        // When, Then
        assertThat(check(value).findings())
                .containsExactly(new Finding("ect.auth.sign-in.admin-email", "is not a mail address"));
    }

    private static FirstAdministratorCheck check(String address) {
        return new FirstAdministratorCheck(() -> Optional.of(address));
    }
}
