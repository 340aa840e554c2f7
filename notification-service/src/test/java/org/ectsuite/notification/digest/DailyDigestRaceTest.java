package org.ectsuite.notification.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.netLog;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.ectsuite.notification.message.MessageStatus;
import org.ectsuite.testsupport.AuthServer;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

/** Any number of replicas may find that it is time for somebody's digest. */
@QuarkusTest
class DailyDigestRaceTest {

    @Inject
    DailyDigests digests;

    @Test
    void sends_one_digest_however_many_replicas_make_it() throws Exception {
        // Given
        SmtpServer relay = SmtpServer.current();
        relay.forget();
        String who = "person-" + UUID.randomUUID();
        AuthServer.Person person = AuthServer.person(who, "Ann", who + "@example.org");
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Map<String, Object> request =
                    netLog(new HashMap<>(Map.of("userId", person.id().toString())));
            request.put("notBefore", "2100-01-01T00:00:00Z");
            parts.add(accepted(request));
        }
        TestDatabase.current()
                .update(
                        "update message set status = 'DEFERRED', digest_at = now() - interval '1 minute'"
                                + " where recipient_user_id = ?",
                        person.id());

        // When
        try (ExecutorService replicas = Executors.newFixedThreadPool(6)) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                sent.add(replicas.submit(this::send));
            }
            for (Future<?> one : sent) {
                one.get(60, TimeUnit.SECONDS);
            }
        }

        // Then
        parts.forEach(part -> awaitStatus(part, MessageStatus.SUPPRESSED));
        assertThat(relay.awaitMailTo(who + "@example.org").subject()).isEqualTo("Daily digest: 3 messages");
        assertThat(TestDatabase.current()
                        .query(
                                "select status from message where recipient_user_id = ? and kind = 'DAILY_DIGEST'",
                                person.id()))
                .hasSize(1);
    }

    private void send() {
        try {
            VertxContextSupport.subscribeAndAwait(digests::send);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
