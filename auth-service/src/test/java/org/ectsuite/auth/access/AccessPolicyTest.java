package org.ectsuite.auth.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.ectsuite.auth.account.AccountStatus;
import org.ectsuite.auth.account.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AccessPolicyTest {

    private static final UUID ANN = UUID.fromString("0197a1b2-0000-7000-8000-000000000001");
    private static final UUID BOB = UUID.fromString("0197a1b2-0000-7000-8000-000000000002");

    @ParameterizedTest
    @EnumSource(value = Role.class, names = "ADMIN", mode = EnumSource.Mode.EXCLUDE)
    void the_last_administrator_stays_one(Role lower) {
        assertThat(AccessPolicy.roleChange(ANN, lower, List.of(ANN))).contains(AccessProblem.LAST_ADMINISTRATOR);
    }

    @Test
    void one_of_two_administrators_may_step_down() {
        assertThat(AccessPolicy.roleChange(ANN, Role.USER, List.of(ANN, BOB))).isEmpty();
    }

    @Test
    void others_get_any_role() {
        for (Role role : Role.values()) {
            assertThat(AccessPolicy.roleChange(BOB, role, List.of(ANN))).isEmpty();
        }
    }

    @Test
    void the_last_administrator_may_be_confirmed() {
        assertThat(AccessPolicy.roleChange(ANN, Role.ADMIN, List.of(ANN))).isEmpty();
    }

    @Test
    void nobody_suspends_himself() {
        assertThat(AccessPolicy.ban(ANN, ANN, List.of(ANN, BOB))).contains(AccessProblem.OWN_ACCOUNT);
    }

    @Test
    void the_last_administrator_is_not_suspended() {
        assertThat(AccessPolicy.ban(BOB, ANN, List.of(ANN))).contains(AccessProblem.LAST_ADMINISTRATOR);
    }

    @Test
    void the_last_administrator_does_not_leave() {
        assertThat(AccessPolicy.leaving(ANN, List.of(ANN))).contains(AccessProblem.LAST_ADMINISTRATOR);
        assertThat(AccessPolicy.leaving(ANN, List.of(ANN, BOB))).isEmpty();
        assertThat(AccessPolicy.leaving(BOB, List.of(ANN))).isEmpty();
    }

    @Test
    void what_is_gone_for_good_is_not_touched_any_more() {
        assertThat(AccessPolicy.touching(AccountStatus.ERASED)).contains(AccessProblem.ACCOUNT_GONE);
        assertThat(AccessPolicy.touching(AccountStatus.MERGED)).contains(AccessProblem.ACCOUNT_GONE);
        assertThat(AccessPolicy.touching(AccountStatus.ACTIVE)).isEmpty();
        assertThat(AccessPolicy.touching(AccountStatus.BANNED)).isEmpty();
        assertThat(AccessPolicy.touching(AccountStatus.DEACTIVATED)).isEmpty();
    }

    @Test
    void others_may_be_suspended() {
        assertThat(AccessPolicy.ban(ANN, BOB, List.of(ANN))).isEmpty();
        assertThat(AccessPolicy.ban(ANN, BOB, List.of(ANN, BOB))).isEmpty();
    }
}
