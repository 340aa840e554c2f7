package org.ectsuite.auth.erasure;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Access to the table of accounts that are to be erased. */
@ApplicationScoped
class ErasureRepository implements PanacheRepositoryBase<Erasure, UUID> {

    /** Adds one; an earlier one of the account stays. Whether it was added. */
    Uni<Boolean> add(UUID accountId, Instant now, Instant due) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into erasure (account_id, requested_at, due_at) values (:account, :now, :due)
                                on conflict (account_id) do nothing""")
                        .setParameter("account", accountId)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .setParameter("due", due.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /** Those whose time has come. */
    Uni<List<UUID>> due(Instant now) {
        return list("dueAt <= ?1 order by dueAt", now)
                .map(rows -> rows.stream().map(row -> row.accountId).toList());
    }
}
