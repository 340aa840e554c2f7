package org.ectsuite.ectlog.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.ectlog.Api.draft;
import static org.ectsuite.ectlog.Api.ncs;
import static org.ectsuite.ectlog.Api.step;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.ectsuite.testsupport.NotificationServer;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;

/** Any number of replicas may look for reminders at the same moment. */
@QuarkusTest
class ReminderRaceTest {

    @Inject
    Reminders reminders;

    @Test
    void reminds_once_however_many_look_at_the_same_moment_and_afterwards() throws Exception {
        // Given
        TestTokens ncs = ncs();
        String name = "Net " + UUID.randomUUID();
        String start = Instant.now().plus(Duration.ofMinutes(50)).toString();
        String net = draft(ncs, Map.of("name", name, "scheduledStart", start));
        step(ncs, net, "schedule").statusCode(200);

        // When
        try (ExecutorService replicas = Executors.newFixedThreadPool(6)) {
            List<Future<?>> looks = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                looks.add(replicas.submit(this::look));
            }
            for (Future<?> look : looks) {
                look.get(60, TimeUnit.SECONDS);
            }
        }
        look();

        // Then
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> remindersOf(name) > 0);
        look();
        assertThat(remindersOf(name)).isEqualTo(1);
    }

    private void look() {
        try {
            VertxContextSupport.subscribeAndAwait(reminders::remind);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static long remindersOf(String name) {
        return NotificationServer.received("ncs-reminder").stream()
                .filter(mail ->
                        name.equals(mail.data().path("net").path("netName").asText()))
                .count();
    }
}
