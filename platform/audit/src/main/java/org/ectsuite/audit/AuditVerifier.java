package org.ectsuite.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.ectsuite.audit.SealCheck.Anchor;
import org.ectsuite.audit.VerificationReport.Finding;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Compares the audit trail with its seals and names every row that was changed, removed or slipped in since it was
 * sealed, and every seal that was touched. Reads the whole trail, one seal's rows at a time.
 */
@ApplicationScoped
public class AuditVerifier {

    private final Pool pool;
    private final Clock clock;
    private final int limit;

    @Inject
    AuditVerifier(Pool pool, Clock clock, AuditConfig config) {
        this.pool = pool;
        this.clock = clock;
        this.limit = config.findings();
    }

    /**
     * Verifies the trail from its beginning.
     *
     * @param anchor {@link VerificationReport#anchor} of an earlier report, kept elsewhere; or null
     */
    public Uni<VerificationReport> verify(@Nullable String anchor) {
        Anchor expected = anchor == null ? null : Anchor.parse(anchor);
        if (anchor != null && expected == null) {
            return Uni.createFrom().failure(ProblemException.invalid("anchor", "is not the anchor of a report"));
        }
        Instant begun = clock.instant();
        SealCheck check = new SealCheck(expected, limit);
        return checkFrom(0, check).chain(this::countBeyond).map(unsealed -> report(begun, check, unsealed));
    }

    private Uni<Long> checkFrom(long number, SealCheck check) {
        return pool.preparedQuery("SELECT " + AuditRows.SEAL_COLUMNS
                        + " FROM audit_seal WHERE number > $1 ORDER BY number LIMIT 1")
                .mapping(AuditRows::seal)
                .execute(Tuple.of(number))
                .chain(found -> {
                    if (found.size() == 0) {
                        return Uni.createFrom().item(check.from());
                    }
                    AuditSeal seal = found.iterator().next();
                    return rows(check.from(), seal.through())
                            .invoke(rows -> check.next(seal, rows))
                            .chain(() -> checkFrom(seal.number(), check));
                });
    }

    private Uni<List<AuditEvent>> rows(long beyond, long through) {
        return pool.preparedQuery("SELECT " + AuditRows.EVENT_COLUMNS
                        + " FROM audit_event WHERE position > $1 AND position <= $2 ORDER BY position")
                .mapping(AuditRows::event)
                .execute(Tuple.of(beyond, through))
                .map(rows -> rows.stream().toList());
    }

    private Uni<Long> countBeyond(long position) {
        return pool.preparedQuery("SELECT count(*) FROM audit_event WHERE position > $1")
                .execute(Tuple.of(position))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private static VerificationReport report(Instant begun, SealCheck check, long unsealed) {
        List<Finding> findings = check.finish();
        AuditSeal last = check.last();
        return new VerificationReport(
                findings.isEmpty(),
                begun,
                check.seals(),
                check.rows(),
                last == null ? 0 : last.through(),
                unsealed,
                last == null ? null : last.anchor(),
                findings);
    }
}
