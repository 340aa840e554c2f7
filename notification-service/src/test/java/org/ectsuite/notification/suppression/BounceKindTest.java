package org.ectsuite.notification.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BounceKindTest {

    @ParameterizedTest
    @CsvSource({
        "failed, 5.1.1, HARD",
        "Failed, 5.1.2, HARD",
        "failed, 5.2.1, HARD",
        "failed, 5.4.4, HARD",
        "failed, 5.0.0, HARD",
        // A wrong sender, a full mailbox, a large mail, a policy, a loop: the mailbox may be there all the same.
        "failed, 5.1.8, SOFT",
        "failed, 5.2.2, SOFT",
        "failed, 5.3.4, SOFT",
        "failed, 5.7.1, SOFT",
        "failed, 5.4.6, SOFT",
        // Given up after days of trying.
        "failed, 4.4.1, SOFT",
        "failed, , SOFT",
        "delayed, 4.4.1, ",
        "delivered, 2.0.0, ",
        "relayed, 2.0.0, ",
        "expanded, 2.0.0, "
    })
    void follows_from_action_and_status(String action, @Nullable String status, @Nullable BounceKind kind) {
        assertThat(BounceKind.of(action, status).orElse(null)).isEqualTo(kind);
    }
}
