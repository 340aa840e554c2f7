package org.ectsuite.auth.merger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.Ban;
import org.ectsuite.auth.account.Callsigns;
import org.ectsuite.auth.account.Closing;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.auth.account.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MergerPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-12T18:30:00Z");
    private static final UUID ACTOR = UUID.randomUUID();

    private static AccountView account(Role role, @Nullable Ban ban) {
        return account(UUID.randomUUID(), role, ban);
    }

    private static AccountView account(UUID id, Role role, @Nullable Ban ban) {
        return new AccountView(
                id, new EmailAddress("a@example.org"), "", Callsigns.NONE, "UTC", "en", null, role, ban, null, NOW, 0);
    }

    @ParameterizedTest
    @EnumSource
    void two_accounts_of_one_role_become_one(Role role) {
        assertThat(MergerPolicy.refusal(ACTOR, account(role, null), account(role, null), NOW))
                .isEmpty();
    }

    @Test
    void no_role_grows_in_passing_and_none_gets_lost() {
        for (Role from : Role.values()) {
            for (Role into : Role.values()) {
                if (from != into) {
                    assertThat(MergerPolicy.refusal(ACTOR, account(from, null), account(into, null), NOW))
                            .contains(MergerProblem.ROLES_DIFFER);
                }
            }
        }
    }

    @Test
    void an_account_does_not_go_into_itself() {
        AccountView account = account(Role.USER, null);

        assertThat(MergerPolicy.refusal(ACTOR, account, account, NOW)).contains(MergerProblem.SAME_ACCOUNT);
    }

    @Test
    void nobody_merges_his_own_account_away_but_others_into_it() {
        AccountView own = account(ACTOR, Role.ADMIN, null);
        AccountView other = account(Role.ADMIN, null);

        assertThat(MergerPolicy.refusal(ACTOR, own, other, NOW)).contains(MergerProblem.OWN_ACCOUNT_GOES);
        assertThat(MergerPolicy.refusal(ACTOR, other, own, NOW)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void a_closed_account_is_neither_end_of_it(Closing kind) {
        AccountView closed = account(Role.USER, new Ban(kind, "x", NOW.minusSeconds(9), null));
        AccountView open = account(Role.USER, null);

        assertThat(MergerPolicy.refusal(ACTOR, closed, open, NOW)).contains(MergerProblem.ACCOUNT_CLOSED);
        assertThat(MergerPolicy.refusal(ACTOR, open, closed, NOW)).contains(MergerProblem.ACCOUNT_CLOSED);
    }

    @Test
    void a_suspension_that_is_over_hinders_nothing() {
        AccountView earlier =
                account(Role.USER, new Ban(Closing.SUSPENSION, "x", NOW.minusSeconds(9), NOW.minusSeconds(1)));

        assertThat(MergerPolicy.refusal(ACTOR, earlier, account(Role.USER, null), NOW))
                .isEmpty();
    }
}
