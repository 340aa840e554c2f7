package org.ectsuite.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.ectsuite.secrets.SecretBox;
import org.ectsuite.secrets.UnreadableSecretException;
import org.jboss.logging.Logger;

/**
 * Hands mails to notification-service; any number of replicas may run it, each takes rows that no other holds.
 *
 * <p>A mail is claimed in one transaction, handed over outside of any, and finished in another. Whoever dies in between
 * leaves a lease that runs out; then the mail is handed over again under the same key, which notification-service knows.
 */
@ApplicationScoped
class Relay {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    /** A failure or two are the weather; this many in a row are worth a line in the log. */
    private static final int LOUD_ATTEMPT = 3;

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final OutboxTable table;
    private final Composers composers;
    private final NotificationClient notification;
    private final SecretBox secrets;
    private final MailJson json;
    private final OutboxMetrics metrics;
    private final Clock clock;
    private final Vertx vertx;
    private final int parallel;
    private final Duration lease;
    private final Duration composeWithin;
    private final Backoff backoff;

    /** Calls of {@link #wake} that no claim has answered yet; whoever lifts it from zero claims. */
    private final AtomicInteger wakes = new AtomicInteger();

    private final AtomicInteger inFlight = new AtomicInteger();

    /** Claims and deliveries under way. */
    private final AtomicInteger busy = new AtomicInteger();

    private final CompletableFuture<Void> idle = new CompletableFuture<>();
    private volatile boolean stopping;
    private volatile boolean moreMayBeDue;

    Relay(
            OutboxTable table,
            Composers composers,
            NotificationClient notification,
            SecretBox secrets,
            ObjectMapper mapper,
            OutboxMetrics metrics,
            Clock clock,
            Vertx vertx,
            OutboxConfig config) {
        if (config.lease().compareTo(config.composeWithin().plus(config.answerWithin())) <= 0) {
            throw new IllegalStateException("ect.outbox.lease must be longer than ect.outbox.compose-within and"
                    + " ect.outbox.answer-within together: a mail under way would be taken a second time");
        }
        this.table = table;
        this.composers = composers;
        this.notification = notification;
        this.secrets = secrets;
        this.json = new MailJson(mapper);
        this.metrics = metrics;
        this.clock = clock;
        this.vertx = vertx;
        this.parallel = config.parallel();
        this.lease = config.lease();
        this.composeWithin = config.composeWithin();
        SecureRandom random = new SecureRandom();
        // A method reference would name java.util.Random, where the method was written first.
        this.backoff = new Backoff(config.firstWait(), config.longestWait(), () -> random.nextDouble());
    }

    /** Something may be due: takes it, as far as there are hands free. Returns at once. */
    void wake() {
        if (!stopping && wakes.getAndIncrement() == 0) {
            claim();
        }
    }

    private void claim() {
        int answered = wakes.get();
        int free = parallel - inFlight.get();
        if (free <= 0) {
            // The next delivery that ends will wake this again.
            moreMayBeDue = true;
            claimed(answered, List.of());
            return;
        }
        busy.incrementAndGet();
        table.claim(free, clock.instant(), lease)
                .onTermination()
                .invoke(this::done)
                .subscribe()
                .with(
                        mails -> {
                            moreMayBeDue = mails.size() == free;
                            claimed(answered, mails);
                        },
                        failure -> {
                            LOG.warnf("The outbox cannot be read: %s", describe(failure));
                            claimed(answered, List.of());
                        });
    }

    private void claimed(int answered, List<ClaimedMail> mails) {
        inFlight.addAndGet(mails.size());
        mails.forEach(this::dispatch);
        if (wakes.addAndGet(-answered) != 0) {
            claim();
        }
    }

    /** Each delivery on a context of its own: composers open sessions, and a session belongs to one context. */
    private void dispatch(ClaimedMail mail) {
        busy.incrementAndGet();
        Context context =
                VertxContext.createNewDuplicatedContext(vertx.getDelegate().getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(ignored -> deliver(mail)
                .onTermination()
                .invoke(this::delivered)
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf(
                                "Outbox mail %s: the outcome could not be stored, it will be handed over again: %s",
                                mail.id(), describe(failure))));
    }

    private void delivered() {
        inFlight.decrementAndGet();
        if (moreMayBeDue) {
            wake();
        }
        done();
    }

    private void done() {
        if (busy.decrementAndGet() == 0 && stopping) {
            idle.complete(null);
        }
    }

    private Uni<Void> deliver(ClaimedMail mail) {
        return attempt(mail)
                .onFailure()
                .recoverWithItem(Relay::verdictOn)
                .invoke(metrics::attempt)
                .chain(verdict -> finish(mail, verdict));
    }

    private Uni<Verdict> attempt(ClaimedMail mail) {
        return Uni.createFrom()
                .item(() -> json.restored(
                        mail.kind(), secrets.open(mail.payload(), Outbox.context(mail.id())), mail.expiresAt()))
                .chain(stored -> composers
                        .compose(stored)
                        .ifNoItem()
                        .after(composeWithin)
                        .fail()
                        .chain(composed -> notification.post(mail.id(), json.message(stored, composed))));
    }

    private static Verdict verdictOn(Throwable failure) {
        return switch (failure) {
            case NeedlessMailException needless -> new Verdict.Needless(String.valueOf(needless.getMessage()));
            case UnsendableMailException unsendable -> new Verdict.Parked(String.valueOf(unsendable.getMessage()));
            case UnreadableSecretException unreadable -> new Verdict.Parked(String.valueOf(unreadable.getMessage()));
            default -> new Verdict.Retry(describe(failure), null);
        };
    }

    private Uni<Void> finish(ClaimedMail mail, Verdict verdict) {
        Instant now = clock.instant();
        return switch (verdict) {
            case Verdict.Delivered ignored -> {
                LOG.debugf("Outbox mail %s of kind %s is delivered", mail.id(), mail.kind());
                yield table.delivered(mail, now);
            }
            case Verdict.Retry retry -> {
                Duration wait = backoff.after(mail.attempts());
                Duration asked = retry.notBefore();
                LOG.logf(
                        mail.attempts() == LOUD_ATTEMPT ? Logger.Level.WARN : Logger.Level.DEBUG,
                        "Outbox mail %s of kind %s failed %d times, the last time with: %s",
                        mail.id(),
                        mail.kind(),
                        mail.attempts(),
                        retry.reason());
                yield table.retry(
                        mail, retry.reason(), now.plus(asked != null && asked.compareTo(wait) > 0 ? asked : wait));
            }
            case Verdict.Needless needless -> {
                LOG.debugf("Outbox mail %s of kind %s is dropped: %s", mail.id(), mail.kind(), needless.reason());
                yield table.drop(mail, needless.reason(), now);
            }
            case Verdict.Parked parked -> {
                LOG.errorf("Outbox mail %s of kind %s is parked: %s", mail.id(), mail.kind(), parked.reason());
                yield table.park(mail, parked.reason(), now);
            }
        };
    }

    /** What failed without its message, which may quote what was to be sent. */
    private static String describe(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root == failure
                ? failure.getClass().getSimpleName()
                : failure.getClass().getSimpleName() + " by " + root.getClass().getSimpleName();
    }

    /** Takes nothing new and gives what is under way a little time; the rest is left to the lease. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        if (busy.get() == 0) {
            return;
        }
        try {
            idle.get(STOP_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("The outbox stops while mails are under way; they will be handed over again");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Nothing completes it with a failure", e);
        }
    }
}
