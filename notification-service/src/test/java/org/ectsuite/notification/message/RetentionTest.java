package org.ectsuite.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.acceptedForLater;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.netLog;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.ectsuite.notification.template.MailDataReader;
import org.ectsuite.secrets.SecretBox;
import org.ectsuite.testsupport.MutableClock;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is kept of messages, and for how long: the clock is turned forward. */
@QuarkusTest
class RetentionTest {

    @Inject
    MessageRepository messages;

    @Inject
    MailDataReader reader;

    @Inject
    SecretBox box;

    @Inject
    MessageConfig config;

    private final MutableClock clock = new MutableClock();

    @BeforeEach
    void forget() {
        SmtpServer.current().forget();
    }

    @Test
    void keeps_nothing_of_what_a_mail_said_when_it_is_sent() {
        // Given
        String id = accepted(netLog(Map.of("address", "kept@example.org")));

        // When
        awaitStatus(id, MessageStatus.SENT);

        // Then
        assertThat(contents(id)).isEqualTo("0 0");
    }

    @Test
    void drops_what_a_dead_mail_said_after_thirty_days_and_not_before() throws Throwable {
        // Given
        String id = dead("dropped@example.org");
        clock.advance(Duration.ofDays(29));
        run(MessageQueue::dropDeadContent);
        assertThat(contents(id)).isEqualTo("1 2");

        // When
        clock.advance(Duration.ofDays(2));
        run(MessageQueue::dropDeadContent);

        // Then
        assertThat(contents(id)).isEqualTo("0 0");
        assertThat(rows("message", "id", id)).isEqualTo("1");
    }

    @Test
    void forgets_a_message_after_a_year_and_not_before() throws Throwable {
        // Given
        String sent = accepted(netLog(Map.of("address", "old@example.org")));
        awaitStatus(sent, MessageStatus.SENT);
        String dead = dead("old-dead@example.org");
        clock.advance(Duration.ofDays(364));
        run(MessageQueue::deleteOldLog);
        assertThat(rows("message", "id", sent)).isEqualTo("1");

        // When
        clock.advance(Duration.ofDays(2));
        run(MessageQueue::deleteOldLog);

        // Then
        for (String id : new String[] {sent, dead}) {
            assertThat(rows("message", "id", id)).isEqualTo("0");
            assertThat(rows("message_transition", "message_id", id)).isEqualTo("0");
            assertThat(rows("message_attachment", "message_id", id)).isEqualTo("0");
        }
    }

    @Test
    void forgets_nothing_that_still_waits() throws Throwable {
        // Given
        String id = acceptedForLater("patient-for-years@example.org");
        clock.advance(Duration.ofDays(1000));

        // When
        run(MessageQueue::deleteOldLog);

        // Then
        assertThat(rows("message", "id", id)).isEqualTo("1");
    }

    @Test
    void forgets_in_batches() throws Throwable {
        // Given: more than one batch of messages of long ago
        TestDatabase.current().update("""
                insert into message (id, producer, idempotency_key, fingerprint, kind, lane, status, recipient_address,
                    subject, mail_id, due_at, give_up_at, created_at)
                select gen_random_uuid(), 'retention-test', i::text, repeat('0', 64), 'NET_LOG', 'BULK', 'CANCELLED',
                    'x@example.org', 'x', 'retention-' || i, now(), now(), now() - interval '400 days'
                from generate_series(1, 501) i
                """);

        // When
        int first = run(MessageQueue::deleteOldLog);
        int second = run(MessageQueue::deleteOldLog);

        // Then
        assertThat(first).isEqualTo(500);
        assertThat(MessageQueue.mayHaveLeftSome(first)).isTrue();
        assertThat(second).isEqualTo(1);
        assertThat(MessageQueue.mayHaveLeftSome(second)).isFalse();
    }

    private static String dead(String address) {
        SmtpServer.current().refuse(address);
        String id = accepted(netLog(Map.of("address", address)));
        awaitStatus(id, MessageStatus.DEAD);
        return id;
    }

    private int run(Function<MessageQueue, Uni<Integer>> work) throws Throwable {
        MessageQueue queue = new MessageQueue(messages, reader, box, config, clock);
        return VertxContextSupport.subscribeAndAwait(() -> Panache.withTransaction(() -> work.apply(queue)));
    }

    /** How many contents and how many files with content the message has. */
    private static String contents(String id) {
        return TestDatabase.current()
                .query(
                        "select (select count(*) from message_content where message_id = ?::uuid) || ' ' ||"
                                + " (select count(*) from message_attachment where message_id = ?::uuid and sealed is not null)",
                        id,
                        id)
                .getFirst();
    }

    private static String rows(String table, String column, String id) {
        return TestDatabase.current()
                .query("select count(*) from %s where %s = ?::uuid".formatted(table, column), id)
                .getFirst();
    }
}
