package org.ectsuite.notification.suppression;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.webedge.page.Cursor;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** The addresses that get no mail: asked before each mail, kept by administrators and by what servers report. */
@ApplicationScoped
public class SuppressionBook implements PanacheRepositoryBase<Suppression, UUID> {

    private final AuditTrail audit;
    private final Clock clock;

    SuppressionBook(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** Why no mail goes to this address; empty if it does. */
    @WithSession
    public Uni<Optional<String>> against(String address, boolean transactional) {
        return present(address)
                .map(found -> Optional.ofNullable(found)
                        .filter(entry -> !transactional || entry.reason.stopsTransactional())
                        .map(entry -> "The address is on the suppression list: " + entry.reason.words()));
    }

    @WithSession
    Uni<Page<SuppressionView>> list(@Nullable String part, @Nullable UUID before, int limit) {
        StringBuilder where = new StringBuilder("(expiresAt is null or expiresAt > :now)");
        Map<String, Object> parameters = new HashMap<>(Map.of("now", clock.instant()));
        if (part != null) {
            where.append(" and locate(:part, address) > 0");
            parameters.put("part", part.toLowerCase(Locale.ROOT));
        }
        if (before != null) {
            where.append(" and id < :before");
            parameters.put("before", before);
        }
        return find(where.toString(), Sort.descending("id"), parameters)
                .page(0, limit + 1)
                .list()
                .map(rows -> Page.of(rows, limit, row -> Cursor.encode(row.id), SuppressionView::of));
    }

    /** An administrator puts an address on the list; what was there before is replaced. */
    @WithTransaction
    Uni<SuppressionView> add(SuppressionRequest request) {
        Instant until = request.expiresAt();
        if (until != null && !until.isAfter(clock.instant())) {
            throw ProblemException.invalid("expiresAt", "must be in the future");
        }
        return put(request.address(), SuppressionReason.MANUAL, request.note(), until)
                .map(SuppressionView::of)
                .call(view -> audit.record(AuditEntry.of(
                                "suppression.added", "suppression", view.id().toString())
                        .after(view)));
    }

    /** An administrator takes an address off the list. */
    @WithTransaction
    Uni<Void> remove(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE).chain(found -> {
            if (found == null) {
                throw ProblemException.notFound("There is no such entry.");
            }
            SuppressionView view = SuppressionView.of(found);
            return delete("id", id)
                    .chain(() -> audit.record(AuditEntry.of("suppression.removed", "suppression", id.toString())
                            .before(view)));
        });
    }

    /** In the caller's transaction, which also writes to the audit trail. */
    Uni<Suppression> put(String address, SuppressionReason reason, @Nullable String note, @Nullable Instant expiresAt) {
        String key = address.toLowerCase(Locale.ROOT);
        return delete("address", key).chain(() -> {
            Suppression entry = new Suppression();
            entry.id = UuidCreator.getTimeOrderedEpoch();
            entry.address = key;
            entry.reason = reason;
            entry.note = note;
            entry.createdAt = clock.instant();
            entry.expiresAt = expiresAt;
            return persistAndFlush(entry);
        });
    }

    private Uni<@Nullable Suppression> present(String address) {
        return find(
                        "address = ?1 and (expiresAt is null or expiresAt > ?2)",
                        address.toLowerCase(Locale.ROOT),
                        clock.instant())
                .firstResult();
    }
}
