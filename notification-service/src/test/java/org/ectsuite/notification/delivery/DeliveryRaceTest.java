package org.ectsuite.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.ectsuite.notification.SendRequests;
import org.ectsuite.notification.message.ClaimedMessage;
import org.ectsuite.notification.message.Destination;
import org.ectsuite.notification.message.Lane;
import org.ectsuite.notification.message.MessageQueue;
import org.ectsuite.notification.template.Samples;
import org.ectsuite.testsupport.ReceivedMail;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many workers, one queue; and workers that die. */
@QuarkusTest
class DeliveryRaceTest {

    @Inject
    DeliveryWorkers workers;

    @Inject
    MessageQueue queue;

    @Inject
    FreshContext contexts;

    private final SmtpServer relay = SmtpServer.current();

    @BeforeEach
    void forget() {
        relay.forget();
    }

    @Test
    void sends_each_mail_once_however_many_workers_take_from_the_queue() {
        // Given: 120 mails that come due at one moment, and three workers beside the service's own
        int mails = 120;
        List<LaneWorker> others =
                List.of(workers.worker(Lane.URGENT), workers.worker(Lane.URGENT), workers.worker(Lane.URGENT));
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < mails; i++) {
            ids.add(SendRequests.acceptedForLater("race" + i + "@example.org"));
        }

        // When
        TestDatabase.current().update("update message set due_at = now() where id = any (?::uuid[])", array(ids));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> {
            others.forEach(LaneWorker::wake);
            return countOf(ids, "SENT") == mails;
        });

        // Then
        Map<String, Long> received = relay.mails().stream()
                .filter(mail -> mail.recipient().startsWith("race"))
                .collect(Collectors.groupingBy(ReceivedMail::recipient, Collectors.counting()));
        assertThat(received).hasSize(mails);
        assertThat(received.values()).allMatch(count -> count == 1);
        assertThat(TestDatabase.current()
                        .query(
                                "select count(*) from message_transition where to_status = 'SENDING'"
                                        + " and message_id = any (?::uuid[])",
                                array(ids)))
                .containsExactly(Integer.toString(mails));
        others.forEach(LaneWorker::stop);
    }

    @Test
    void sends_a_mail_whose_worker_died_when_the_lease_has_run_out() {
        // Given: what a worker leaves behind that was killed after it took the message
        String id = SendRequests.acceptedForLater("orphan@example.org");
        TestDatabase.current()
                .update(
                        "update message set status = 'SENDING', attempts = 1, due_at = now() + interval '2 seconds'"
                                + " where id = ?::uuid",
                        id);

        // When
        ReceivedMail mail = relay.awaitMailTo("orphan@example.org");

        // Then
        assertThat(mail.header("Message-ID")).containsExactly("<" + id + "@test.example>");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> countOf(List.of(id), "SENT") == 1);
        assertThat(TestDatabase.current()
                        .query(
                                "select note from message_transition where message_id = ?::uuid and attempt = 2"
                                        + " and to_status = 'SENDING'",
                                id))
                .containsExactly("The worker before did not come back");
        assertThat(relay.mailsTo("orphan@example.org")).hasSize(1);
    }

    @Test
    void does_not_touch_a_mail_as_long_as_another_worker_holds_it() {
        // Given
        String id = SendRequests.acceptedForLater("held@example.org");
        TestDatabase.current()
                .update(
                        "update message set status = 'SENDING', attempts = 1, due_at = now() + interval '1 hour'"
                                + " where id = ?::uuid",
                        id);

        // When: the workers take everything else
        String after = SendRequests.accepted(SendRequests.signInLink("after@example.org"));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> countOf(List.of(after), "SENT") == 1);

        // Then
        assertThat(relay.mailsTo("held@example.org")).isEmpty();
        assertThat(countOf(List.of(id), "SENDING")).isEqualTo(1);
    }

    @Test
    void sends_a_sign_in_mail_while_a_mailing_of_five_hundred_is_under_way() {
        // Given
        int mailing = 500;
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < mailing; i++) {
            Map<String, Object> request = SendRequests.netLog(Map.of("address", "many" + i + "@example.org"));
            request.put("notBefore", Instant.now().plusSeconds(3600).toString());
            ids.add(SendRequests.accepted(request));
        }
        TestDatabase.current().update("update message set due_at = now() where id = any (?::uuid[])", array(ids));

        // When
        SendRequests.accepted(SendRequests.signInLink("hurry@example.org"));

        // Then
        relay.awaitMailTo("hurry@example.org");
        assertThat(countOf(ids, "QUEUED")).isPositive();
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> countOf(ids, "SENT") == mailing);
        assertThat(relay.mails())
                .filteredOn(mail -> mail.recipient().matches("(many[0-9]+|hurry)@example.org"))
                .hasSize(mailing + 1);
    }

    @Test
    void drops_the_content_of_what_is_not_to_be_sent() {
        // Given
        String id = SendRequests.acceptedForLater("unwanted@example.org");
        TestDatabase.current()
                .update(
                        "update message set status = 'SENDING', attempts = 1, due_at = now() + interval '1 hour'"
                                + " where id = ?::uuid",
                        id);

        // When
        await(() -> queue.suppress(claim(id, 1), "Mail is switched off here"));

        // Then
        assertThat(statusAndAttempts(id)).isEqualTo("SUPPRESSED 1");
        assertThat(TestDatabase.current().query("select count(*) from message_content where message_id = ?::uuid", id))
                .containsExactly("0");
    }

    @Test
    void lets_a_worker_that_was_too_slow_change_nothing() {
        // Given: the message is in its seventh attempt when the worker of the first comes back
        String id = SendRequests.acceptedForLater("slow@example.org");
        TestDatabase.current().update("update message set status = 'SENDING', attempts = 7 where id = ?::uuid", id);
        ClaimedMessage late = claim(id, 1);

        // When
        await(() -> queue.bury(late, "too late"));
        await(() -> queue.defer(late, Instant.now(), true, "too late"));

        // Then
        assertThat(statusAndAttempts(id)).isEqualTo("SENDING 7");
    }

    @Test
    void believes_a_worker_that_was_too_slow_that_the_mail_is_sent() {
        // Given: another worker gave the message back meanwhile, to be tried again in an hour
        String id = SendRequests.acceptedForLater("slow@example.org");
        TestDatabase.current().update("update message set status = 'DEFERRED', attempts = 7 where id = ?::uuid", id);

        // When
        await(() -> queue.sent(claim(id, 1), "Sign in to ECT Suite", "slow@example.org"));

        // Then: nobody sends it a second time
        assertThat(statusAndAttempts(id)).isEqualTo("SENT 7");
    }

    private static ClaimedMessage claim(String id, int attempt) {
        return new ClaimedMessage(
                UUID.fromString(id),
                attempt,
                0,
                "<" + id + "@test.example>",
                Instant.EPOCH,
                new Destination.Address("slow@example.org", null, null, null),
                Samples.signInLink(),
                List.of());
    }

    private void await(Supplier<Uni<? extends Void>> work) {
        contexts.run(work).await().atMost(Duration.ofSeconds(30));
    }

    private static String statusAndAttempts(String id) {
        return TestDatabase.current()
                .query("select status || ' ' || attempts from message where id = ?::uuid", id)
                .getFirst();
    }

    private static int countOf(List<String> ids, String status) {
        return Integer.parseInt(TestDatabase.current()
                .query("select count(*) from message where status = ? and id = any (?::uuid[])", status, array(ids))
                .getFirst());
    }

    private static String array(List<String> ids) {
        return "{" + String.join(",", ids) + "}";
    }
}
