package org.ectsuite.ectlog.notice;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.ectlog.net.NetService;
import org.ectsuite.ectlog.notice.ReminderBook.Coming;
import org.ectsuite.ectlog.notice.ReminderPlan.Round;

/**
 * Reminds people of nets, once however many replicas there are and however often they restart: that a round is done is noted in
 * the transaction that puts its mails into the outbox.
 */
@ApplicationScoped
class Reminders {

    private final ReminderBook book;
    private final NetService nets;
    private final NoticeOutbox outbox;
    private final Clock clock;
    private final ReminderPlan plan;

    Reminders(ReminderBook book, NetService nets, NoticeOutbox outbox, ReminderConfig config, Clock clock) {
        this.book = book;
        this.nets = nets;
        this.outbox = outbox;
        this.clock = clock;
        this.plan = new ReminderPlan(Map.of(
                ReminderAudience.NET_CONTROL, config.netControl().orElse(List.of()),
                ReminderAudience.STAFF, config.staff().orElse(List.of()),
                ReminderAudience.FOLLOWERS, config.followers().orElse(List.of())));
    }

    @Scheduled(
            identity = "net-reminders",
            every = "${ect.ectlog.reminders.look-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> remind() {
        Instant now = clock.instant();
        return Panache.withSession(
                        () -> book.coming(now, now.plus(plan.longest())).chain(coming -> withSomethingDue(coming, now)))
                .chain(due -> {
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (Coming net : due) {
                        all = all.chain(() -> Panache.withTransaction(() -> remind(net.netId(), now)));
                    }
                    return all;
                });
    }

    /** Those of the nets of which somebody is to be reminded: most of the time none. */
    private Uni<List<Coming>> withSomethingDue(List<Coming> coming, Instant now) {
        List<Coming> due = new ArrayList<>();
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Coming net : coming) {
            List<Round> rounds = plan.due(net.start(), now);
            if (!rounds.isEmpty()) {
                all = all.chain(() -> book.done(net).invoke(done -> {
                            if (!done.containsAll(rounds)) {
                                due.add(net);
                            }
                        }))
                        .replaceWithVoid();
            }
        }
        return all.replaceWith(due);
    }

    private Uni<Void> remind(UUID netId, Instant now) {
        return book.lock(netId).chain(net -> {
            Uni<Void> all = Uni.createFrom().voidItem();
            if (net == null) {
                return all;
            }
            for (Round round : plan.due(net.start(), now)) {
                all = all.chain(() -> book.note(net, round, now))
                        .chain(first -> first
                                ? enqueue(net, round.audience())
                                : Uni.createFrom().voidItem());
            }
            return all;
        });
    }

    private Uni<Void> enqueue(Coming net, ReminderAudience audience) {
        Notice notice = new Notice(audience.kind(), net.netId(), net.start(), null, net.start());
        return nets.subscribers(net.netId())
                .chain(subscribers -> nets.file(net.netId())
                        .chain(file -> outbox.enqueue(notice, audience.of(file.roles(), subscribers))));
    }
}
