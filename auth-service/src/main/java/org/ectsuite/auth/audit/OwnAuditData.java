package org.ectsuite.auth.audit;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ectsuite.audit.AuditReader;
import org.ectsuite.auth.account.OwnDataPart;
import org.ectsuite.webedge.page.PageLimit;
import org.jspecify.annotations.Nullable;

/** Somebody's part of the audit trail, newest first, among what people can take with them. */
@ApplicationScoped
class OwnAuditData implements OwnDataPart {

    /** A file of bounded size; who has more reads it page by page. */
    private static final int MOST = 10_000;

    private final AuditReader reader;

    OwnAuditData(AuditReader reader) {
        this.reader = reader;
    }

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public Uni<List<OwnAuditEvent>> of(UUID accountId) {
        return collect(accountId.toString(), null, new ArrayList<>());
    }

    private Uni<List<OwnAuditEvent>> collect(String subject, @Nullable String cursor, List<OwnAuditEvent> found) {
        return reader.of(subject, OwnAuditResource.ACCOUNT, PageLimit.MAX, cursor)
                .chain(page -> {
                    page.items().forEach(event -> found.add(OwnAuditEvent.of(event, subject)));
                    String next = page.next();
                    return next == null || found.size() >= MOST
                            ? Uni.createFrom().item(found)
                            : collect(subject, next, found);
                });
    }
}
