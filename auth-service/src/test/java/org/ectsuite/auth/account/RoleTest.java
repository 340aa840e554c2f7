package org.ectsuite.auth.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void a_role_includes_the_lower_ones_and_no_higher() {
        assertThat(Role.ADMIN.expanded()).containsExactly("USER", "LOGGER", "NCS", "ADMIN");
        assertThat(Role.LOGGER.expanded()).containsExactly("USER", "LOGGER");
        assertThat(Role.USER.expanded()).containsExactly("USER");
    }
}
