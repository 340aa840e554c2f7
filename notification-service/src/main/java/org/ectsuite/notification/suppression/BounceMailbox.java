package org.ectsuite.notification.suppression;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Fetches reports on mail from a mailbox. Each replica does; a report that two of them read is noted once. Works on a thread of its
 * own, since the mail client waits for its server.
 */
@ApplicationScoped
class BounceMailbox {

    private static final Logger LOG = Logger.getLogger(BounceMailbox.class);
    private static final int AT_ONCE = 50;
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    private final BounceMailboxConfig config;
    private final BounceBook book;
    private final Clock clock;

    private int failures;
    private Instant notBefore = Instant.MIN;

    BounceMailbox(BounceMailboxConfig config, BounceBook book, Clock clock) {
        this.config = config;
        this.book = book;
        this.clock = clock;
    }

    @Scheduled(
            identity = "bounce-mailbox",
            every = "${ect.notification.bounce-mailbox.look-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void look() {
        if (config.host().isEmpty() || clock.instant().isBefore(notBefore)) {
            return;
        }
        try (ImapInbox inbox = ImapInbox.open(config)) {
            int taken;
            do {
                taken = inbox.take(AT_ONCE, this::take);
            } while (taken == AT_ONCE);
            if (failures > 0) {
                LOG.info("The mailbox for reports on mail can be read again");
            }
            failures = 0;
        } catch (MessagingException | IOException | GeneralSecurityException e) {
            failures++;
            Duration pause = pause(config.lookEvery(), failures);
            notBefore = clock.instant().plus(pause);
            LOG.warnf("The mailbox for reports on mail cannot be read; the next try is in %s: %s", pause, e);
        }
    }

    /** How long to wait after so many failures in a row. */
    static Duration pause(Duration every, int failures) {
        Duration pause = every;
        for (int i = 1; i < failures && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    private void take(byte[] mail) throws IOException {
        Optional<BounceReport> report = BounceReader.read(mail);
        if (report.isEmpty()) {
            return;
        }
        try {
            VertxContextSupport.subscribeAndAwait(() -> book.take(report.get()));
        } catch (Throwable failure) {
            // The database is away, say: the mail stays where it is and is read again.
            throw new IOException(
                    "A report could not be stored: " + failure.getClass().getSimpleName(), failure);
        }
    }
}
