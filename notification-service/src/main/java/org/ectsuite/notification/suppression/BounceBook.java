package org.ectsuite.notification.suppression;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.notification.message.MessageQueue;
import org.ectsuite.notification.message.MessageQueue.Returned;
import org.jspecify.annotations.Nullable;

/** Takes reports on sent mails: notes them at the message, and stops mail to addresses that cannot or will not get it. */
@ApplicationScoped
class BounceBook implements PanacheRepositoryBase<Bounce, UUID> {

    private final MessageQueue queue;
    private final SuppressionBook suppressions;
    private final AuditTrail audit;
    private final SuppressionConfig config;
    private final Clock clock;

    BounceBook(
            MessageQueue queue, SuppressionBook suppressions, AuditTrail audit, SuppressionConfig config, Clock clock) {
        this.queue = queue;
        this.suppressions = suppressions;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** Takes a report; one that names no mail of ours, or came before, changes nothing. */
    @WithTransaction
    Uni<Void> take(BounceReport report) {
        String why = report.kind() == BounceKind.COMPLAINT
                ? "Reported as unwanted"
                : "Came back: " + words(report.status()) + words(report.diagnostic());
        return queue.returned(report.messages(), report.kind() == BounceKind.COMPLAINT, why.strip())
                .chain(returned -> returned == null ? Uni.createFrom().voidItem() : note(report, returned));
    }

    private Uni<Void> note(BounceReport report, Returned returned) {
        Bounce bounce = new Bounce();
        bounce.id = UuidCreator.getTimeOrderedEpoch();
        bounce.messageId = returned.id();
        bounce.address = returned.address();
        bounce.kind = report.kind();
        bounce.status = report.status();
        bounce.diagnostic = report.diagnostic();
        bounce.at = clock.instant();
        return persistAndFlush(bounce).chain(() -> suppress(bounce)).chain(suppressed -> {
            Map<String, Object> told = new LinkedHashMap<>();
            told.put("kind", bounce.kind);
            told.put("status", bounce.status == null ? "" : bounce.status);
            told.put("suppressed", suppressed);
            return audit.record(
                    AuditEntry.of("message.returned", "message", returned.id().toString())
                            .after(told));
        });
    }

    private Uni<Boolean> suppress(Bounce bounce) {
        Instant now = bounce.at;
        return switch (bounce.kind) {
            case HARD -> put(bounce, SuppressionReason.HARD_BOUNCE, now.plus(config.hardBounce()));
            case COMPLAINT -> put(bounce, SuppressionReason.COMPLAINT, null);
            case SOFT ->
                count("address = ?1 and kind = SOFT and at > ?2", bounce.address, now.minus(config.softBounceWindow()))
                        .chain(times -> times < config.softBounceLimit()
                                ? Uni.createFrom().item(false)
                                : put(bounce, SuppressionReason.SOFT_BOUNCES, now.plus(config.softBounces())));
        };
    }

    private Uni<Boolean> put(Bounce bounce, SuppressionReason reason, @Nullable Instant until) {
        return suppressions
                .put(bounce.address, reason, bounce.diagnostic, until)
                .replaceWith(true);
    }

    private static String words(@Nullable String text) {
        return text == null ? "" : text + " ";
    }
}
