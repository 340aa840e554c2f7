package org.ectsuite.audit;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicReference;
import org.ectsuite.webedge.page.Page;
import org.jspecify.annotations.Nullable;

/** Reads the audit trail, newest first. */
@ApplicationScoped
public class AuditReader {

    /** How many rows are fetched at once where all are wanted. */
    private static final int BATCH = 500;

    private final Pool pool;

    AuditReader(Pool pool) {
        this.pool = pool;
    }

    /**
     * What somebody did, and what was done to an object of his.
     *
     * @param subject who it was
     * @param objectType the type of the object that has the same id, as {@code account}
     * @param limit the rows of a page
     * @param cursor where the page begins; null for the first one
     */
    public Uni<Page<AuditEventView>> of(String subject, String objectType, int limit, @Nullable String cursor) {
        return page(new AuditFilter().concerning(subject, objectType).after(cursor), limit);
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

    /** All events that fit, in portions: however many there are, only one portion is held at a time. */
    Multi<Page<AuditEventView>> all(AuditQuery query) {
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<@Nullable String>(query.cursor()),
                        next -> page(query.filter(next.get()), BATCH).invoke(page -> next.set(page.next())))
                .whilst(page -> page.next() != null);
    }
}
