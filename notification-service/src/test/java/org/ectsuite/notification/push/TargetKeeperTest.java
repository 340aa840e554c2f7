package org.ectsuite.notification.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.ectsuite.notification.template.MailKind;
import org.junit.jupiter.api.Test;

class TargetKeeperTest {

    @Test
    void lets_nothing_that_opens_a_door_go_anywhere_but_by_mail() {
        assertThat(TargetKeeper.canGet(MailKind.SIGN_IN_LINK)).isFalse();
    }

    @Test
    void shares_nothing_that_is_for_one_person_alone() {
        assertThat(TargetKeeper.SHARED.kinds()).doesNotContain(MailKind.ACCOUNT_NOTICE);
        assertThat(new TargetKeeper(UUID.randomUUID()).kinds()).contains(MailKind.ACCOUNT_NOTICE);
    }
}
