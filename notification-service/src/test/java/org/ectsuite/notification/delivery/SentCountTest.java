package org.ectsuite.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.netLog;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.ectsuite.notification.message.MessageQueue;
import org.ectsuite.notification.message.MessageStatus;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

/** What the limit of a day is counted from. */
@QuarkusTest
class SentCountTest {

    @Inject
    MessageQueue queue;

    @Inject
    FreshContext contexts;

    @Test
    void counts_what_was_handed_over_since_then_and_nothing_older() {
        // Given
        Instant since = Instant.now().minus(Duration.ofDays(1));
        awaitStatus(accepted(netLog(Map.of("address", "new@example.org"))), MessageStatus.SENT);
        String old = accepted(netLog(Map.of("address", "old@example.org")));
        awaitStatus(old, MessageStatus.SENT);
        long both = count(since);

        // When
        TestDatabase.current()
                .update("update message set sent_at = now() - interval '25 hours' where id = ?::uuid", old);

        // Then
        assertThat(count(since)).isEqualTo(both - 1);
        assertThat(both).isGreaterThanOrEqualTo(2);
    }

    private long count(Instant since) {
        return contexts.run(() -> queue.sentSince(since)).await().atMost(Duration.ofSeconds(30));
    }
}
