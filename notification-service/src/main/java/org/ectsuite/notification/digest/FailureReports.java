package org.ectsuite.notification.digest;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.notification.message.MessageQueue;
import org.ectsuite.notification.message.MessageQueue.Failures;
import org.ectsuite.notification.message.OwnMail;
import org.ectsuite.notification.template.FailureDigest;

/** Sends the daily report, once however many replicas there are, and none when nothing failed. */
@ApplicationScoped
class FailureReports {

    private static final Duration SPAN = Duration.ofDays(1);

    private final MessageQueue queue;
    private final OwnMail mail;
    private final List<String> recipients;
    private final String page;
    private final Clock clock;

    FailureReports(
            MessageQueue queue,
            OwnMail mail,
            DigestConfig config,
            @ConfigProperty(name = "ect.public-url") String publicUrl,
            Clock clock) {
        this.queue = queue;
        this.mail = mail;
        this.recipients = config.to().orElse(List.of());
        this.page = publicUrl + "/admin/mails";
        this.clock = clock;
    }

    @Scheduled(
            cron = "${ect.notification.digest.at:0 0 6 * * ?}",
            timeZone = "UTC",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> send() {
        // All replicas speak of the same span, so that their reports are one.
        Instant until = clock.instant().truncatedTo(ChronoUnit.HOURS);
        return report(until.minus(SPAN), until, recipients);
    }

    Uni<Void> report(Instant since, Instant until, List<String> addresses) {
        if (addresses.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return queue.failures(since, until).chain(failures -> {
            Uni<Void> all = Uni.createFrom().voidItem();
            for (String address : failures.count() == 0 ? List.<String>of() : addresses) {
                String key = "failure-digest-%s-%s"
                        .formatted(until.atOffset(ZoneOffset.UTC).toLocalDate(), address.strip());
                all = all.chain(() -> mail.toAddress(key, digest(since, until, failures), address.strip()))
                        .replaceWithVoid();
            }
            return all;
        });
    }

    private FailureDigest digest(Instant since, Instant until, Failures failures) {
        return new FailureDigest(
                since,
                until,
                failures.count(),
                failures.latest().stream()
                        .map(one -> new FailureDigest.Failure(one.subject(), one.recipient(), one.reason(), one.at()))
                        .toList(),
                page);
    }
}
