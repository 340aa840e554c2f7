package org.ectsuite.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import org.ectsuite.webedge.page.Page;

/** Reads the audit trail, newest first. */
@ApplicationScoped
class AuditReader {

    private final Pool pool;

    AuditReader(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<AuditEventView>> page(AuditFilter filter, int limit) {
        // One row too many proves that there is a next page.
        String sql = "SELECT " + AuditRows.EVENT_COLUMNS + " FROM audit_event" + filter.where()
                + " ORDER BY position DESC LIMIT " + (limit + 1);
        return pool.preparedQuery(sql)
                .mapping(AuditRows::event)
                .execute(filter.values())
                .map(rows -> Page.of(rows.stream().toList(), limit, AuditFilter::cursor, AuditEventView::of));
    }
}
