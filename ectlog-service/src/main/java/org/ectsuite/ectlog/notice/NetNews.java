package org.ectsuite.ectlog.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.ectlog.net.NetRoleView;
import org.ectsuite.ectlog.net.NetService;
import org.ectsuite.ectlog.net.NetSnapshot;
import org.ectsuite.ectlog.net.NetWatch;
import org.jspecify.annotations.Nullable;

/**
 * Tells who follows a net or has a role in it that it is on the air, was moved or was cancelled, in the transaction of the
 * change. Who made the change knows of it already.
 */
@ApplicationScoped
class NetNews implements NetWatch {

    /** News of this age are none. */
    private static final Duration NEW = Duration.ofHours(6);

    private final NetService nets;
    private final NoticeOutbox outbox;
    private final Clock clock;

    NetNews(NetService nets, NoticeOutbox outbox, Clock clock) {
        this.nets = nets;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public Uni<Void> changed(NetSnapshot before, NetSnapshot after, UUID by) {
        Instant now = clock.instant();
        Notice notice = notice(before, after, now);
        return notice == null
                ? Uni.createFrom().voidItem()
                : readers(after.id(), by).chain(readers -> outbox.enqueue(notice, readers));
    }

    /** What there is to tell; null if nothing. */
    static @Nullable Notice notice(NetSnapshot before, NetSnapshot after, Instant now) {
        Instant start = after.scheduledStart();
        if (before.status() != after.status()) {
            return switch (after.status()) {
                case ACTIVE -> new Notice(NoticeKind.STARTED, after.id(), start, null, now.plus(NEW));
                case CANCELLED ->
                    new Notice(NoticeKind.CANCELLED, after.id(), start, null, later(now.plus(NEW), start));
                case DRAFT, SCHEDULED, LOBBY, CLOSED, ARCHIVED -> null;
            };
        }
        Instant former = before.scheduledStart();
        if (start == null || former == null || start.equals(former) || !start.isAfter(now)) {
            return null;
        }
        return after.status().announced() ? new Notice(NoticeKind.MOVED, after.id(), start, former, start) : null;
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other == null || one.isAfter(other) ? one : other;
    }

    private Uni<Set<UUID>> readers(UUID netId, UUID by) {
        return nets.subscribers(netId)
                .chain(subscribers -> nets.file(netId).map(file -> {
                    Set<UUID> readers = new LinkedHashSet<>();
                    file.roles().stream().map(NetRoleView::userId).forEach(readers::add);
                    readers.addAll(subscribers);
                    readers.remove(by);
                    return readers;
                }));
    }
}
