package org.ectsuite.auth.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.ectsuite.auth.account.EmailAddress;
import org.junit.jupiter.api.Test;

class FirstAdministratorTest {

    private static final EmailAddress ANN = new EmailAddress("ann@example.org");
    private static final EmailAddress BOB = new EmailAddress("bob@example.org");

    private final FirstAdministrator ann = new FirstAdministrator(ANN);

    @Test
    void is_whoever_first_proves_the_configured_mailbox() {
        assertThat(ann.isNamedBy(ANN, true, false)).isTrue();
        assertThat(ann.isNamedBy(new EmailAddress("ANN@example.org"), true, true))
                .isTrue();
    }

    @Test
    void is_nobody_else() {
        assertThat(ann.isNamedBy(BOB, true, false)).isFalse();
        assertThat(ann.isNamedBy(new EmailAddress("ann+x@example.org"), true, false))
                .isFalse();
    }

    @Test
    void does_not_get_the_role_back_by_signing_in_again() {
        assertThat(ann.isNamedBy(ANN, false, true)).isFalse();
    }

    @Test
    void is_named_anew_when_no_administrator_is_left() {
        assertThat(ann.isNamedBy(ANN, false, false)).isTrue();
    }
}
