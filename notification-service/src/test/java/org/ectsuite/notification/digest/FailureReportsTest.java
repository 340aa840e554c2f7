package org.ectsuite.notification.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.netLog;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.ectsuite.notification.message.MessageStatus;
import org.ectsuite.testsupport.ReceivedMail;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FailureReportsTest {

    @Inject
    FailureReports reports;

    @Inject
    Vertx vertx;

    private final SmtpServer relay = SmtpServer.current();
    private final String admin = "admin-" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void forget() {
        relay.forget();
        TestDatabase.current().update("delete from message");
    }

    @Test
    void report_once_what_failed_however_many_replicas_ask() {
        // Given
        relay.refuse("dead@example.org");
        awaitStatus(accepted(netLog(Map.of("address", "dead@example.org"))), MessageStatus.DEAD);
        awaitStatus(accepted(netLog(Map.of("address", "fine@example.org"))), MessageStatus.SENT);
        Instant until = Instant.now();

        // When
        report(until);
        report(until);

        // Then
        ReceivedMail mail = relay.awaitMailTo(admin);
        assertThat(mail.subject()).isEqualTo("Mail that could not be delivered: 1");
        assertThat(mail.text())
                .contains("To: dead@example.org")
                .contains("550 5.1.1 No such mailbox")
                .doesNotContain("fine@example.org");
        assertThat(TestDatabase.current().query("select count(*) from message where kind = 'FAILURE_DIGEST'"))
                .containsExactly("1");
    }

    @Test
    void are_silent_when_nothing_failed() {
        // Given
        awaitStatus(accepted(netLog(Map.of("address", "fine@example.org"))), MessageStatus.SENT);

        // When
        report(Instant.now());

        // Then
        assertThat(TestDatabase.current().query("select count(*) from message where kind = 'FAILURE_DIGEST'"))
                .containsExactly("0");
    }

    private void report(Instant until) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> reports.report(until.minus(Duration.ofDays(1)), until, List.of(admin))
                .subscribe()
                .with(done::complete, done::completeExceptionally));
        done.orTimeout(10, TimeUnit.SECONDS).join();
    }
}
