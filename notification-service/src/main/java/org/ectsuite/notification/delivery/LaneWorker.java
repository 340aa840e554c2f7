package org.ectsuite.notification.delivery;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.ectsuite.notification.message.ClaimedMessage;
import org.ectsuite.notification.message.Lane;
import org.ectsuite.notification.message.MessageQueue;
import org.jboss.logging.Logger;

/**
 * Empties one lane: takes as many due messages as it has hands free, delivers each, writes down what became of it, and
 * looks again. Sleeps when there is nothing due until {@link #wake()} is called. Never blocks a thread.
 */
final class LaneWorker {

    private static final Logger LOG = Logger.getLogger(LaneWorker.class);

    /** How soon to ask again for a person's address; auth-service is restarted within that time. */
    private static final Duration SOON = Duration.ofSeconds(15);

    /** What all workers share. */
    record Tools(
            MessageQueue queue,
            LaneBook lanes,
            DeliveryMetrics metrics,
            Backoff backoff,
            FreshContext contexts,
            Clock clock) {}

    private final Lane lane;
    private final int hands;
    private final Duration lease;
    private final Function<ClaimedMessage, Uni<Verdict>> attempt;
    private final OptionalLong maxPerDay;
    private final Tools tools;

    private final AtomicInteger underWay = new AtomicInteger();
    private final AtomicBoolean looking = new AtomicBoolean();
    private final AtomicBoolean wokenMeanwhile = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** A worker that makes its attempts in this way. */
    LaneWorker(
            Lane lane,
            int hands,
            Duration lease,
            Function<ClaimedMessage, Uni<Verdict>> attempt,
            OptionalLong maxPerDay,
            Tools tools) {
        this.lane = lane;
        this.hands = hands;
        this.lease = lease;
        this.attempt = attempt;
        this.maxPerDay = maxPerDay;
        this.tools = tools;
    }

    Lane lane() {
        return lane;
    }

    /** Looks for due messages, now or, if it is looking already, once more afterwards. */
    void wake() {
        wokenMeanwhile.set(true);
        if (stopped.get() || !looking.compareAndSet(false, true)) {
            return;
        }
        wokenMeanwhile.set(false);
        tools.contexts().run(this::look).subscribe().with(taken -> rest(), failure -> {
            // The database is away, say: the next look is the next wake-up, a second later at most.
            LOG.warnf("Lane %s cannot look for messages: %s", lane, failure);
            looking.set(false);
        });
    }

    /** Takes no more messages. */
    void stop() {
        stopped.set(true);
    }

    /** Whether nothing is under way. */
    boolean isIdle() {
        return underWay.get() == 0 && !looking.get();
    }

    private void rest() {
        looking.set(false);
        if (wokenMeanwhile.get()) {
            wake();
        }
    }

    private Uni<Integer> look() {
        int busy = underWay.get();
        if (busy >= hands) {
            // Whoever gets a hand free wakes the worker.
            return Uni.createFrom().item(0);
        }
        return tools.lanes()
                .state(lane)
                .invoke(state -> tools.metrics().lane(lane, state))
                .chain(state -> {
                    int admitted = state.admit(tools.clock().instant(), hands - busy, busy);
                    return withinDay(admitted)
                            .chain(allowed -> allowed == 0
                                    ? Uni.createFrom().item(0)
                                    : tools.queue().claim(lane, allowed, lease).map(claimed -> start(claimed, state)));
                });
    }

    /** How many of so many mails the provider's limit for a day still allows; urgent mail does not wait for tomorrow. */
    private Uni<Integer> withinDay(int admitted) {
        if (admitted == 0 || maxPerDay.isEmpty() || lane != Lane.BULK) {
            return Uni.createFrom().item(admitted);
        }
        Instant dayBefore = tools.clock().instant().minus(Duration.ofDays(1));
        return tools.queue().sentSince(dayBefore).map(sent -> DailyLimit.allows(maxPerDay.getAsLong(), sent, admitted));
    }

    private int start(List<ClaimedMessage> claimed, LaneState state) {
        underWay.addAndGet(claimed.size());
        for (ClaimedMessage message : claimed) {
            tools.contexts()
                    .run(() -> deliver(message, state))
                    .onFailure()
                    .invoke(failure ->
                            // The lease runs out, and the message is tried again.
                            LOG.errorf("What became of message %s could not be stored: %s", message.id(), failure))
                    .onTermination()
                    .invoke(() -> {
                        underWay.decrementAndGet();
                        wake();
                    })
                    .subscribe()
                    .with(done -> {}, failure -> {});
        }
        return claimed.size();
    }

    private Uni<Void> deliver(ClaimedMessage message, LaneState state) {
        return attempt.apply(message)
                .invoke(verdict -> tools.metrics().attempted(lane, message, verdict))
                .chain(verdict -> settle(message, verdict, state));
    }

    private Uni<Void> settle(ClaimedMessage message, Verdict verdict, LaneState state) {
        Instant now = tools.clock().instant();
        return switch (verdict) {
            case Verdict.Sent sent ->
                tools.queue().sent(message, sent.subject(), sent.address()).chain(() -> relayWorks(state));
            case Verdict.Suppress suppress -> tools.queue().suppress(message, suppress.why());
            case Verdict.Bury bury -> tools.queue().bury(message, bury.why()).chain(() -> relayWorks(state));
            case Verdict.Wait wait -> tools.queue().defer(message, wait.until(), false, wait.why());
            case Verdict.Collect collect -> tools.queue().collect(message, collect.at());
            case Verdict.TryAgain again -> {
                Instant next = now.plus(tools.backoff().after(message.failures() + 1, Backoff.MAIL));
                yield tools.queue().defer(message, next, true, again.why());
            }
            case Verdict.TryAgainSoon soon -> tools.queue().defer(message, now.plus(SOON), false, soon.why());
            case Verdict.PauseLane pause ->
                tools.lanes()
                        .pause(lane, pause.failure())
                        .invoke(paused -> tools.metrics().lane(lane, paused))
                        .chain(paused -> {
                            Instant until = paused.pausedUntil() == null ? now : paused.pausedUntil();
                            return tools.queue()
                                    .defer(
                                            message,
                                            until,
                                            false,
                                            String.valueOf(pause.failure().getMessage()));
                        });
        };
    }

    /** The relay has answered about a mail: if the lane was paused, this was the probe. */
    private Uni<Void> relayWorks(LaneState state) {
        return state.isOpen()
                ? Uni.createFrom().voidItem()
                : tools.lanes().open(lane).invoke(() -> tools.metrics().lane(lane, LaneState.OPEN));
    }
}
