package org.ectsuite.auth.emailchange;

import io.quarkus.hibernate.reactive.panache.PanacheQuery;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.auth.emailchange.EmailChange.State;

/** Access to the table of changes. */
@ApplicationScoped
class EmailChangeRepository implements PanacheRepositoryBase<EmailChange, UUID> {

    /** Requests of one account come one after the other until the transaction ends. */
    Uni<Void> lock(UUID accountId) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(pg_advisory_xact_lock(hashtextextended(:account, 3)) as text)",
                                String.class)
                        .setParameter("account", accountId.toString())
                        .getResultList())
                .replaceWithVoid();
    }

    Uni<Optional<EmailChange>> pending(UUID accountId) {
        return find("accountId = ?1 and state = ?2", accountId, State.PENDING)
                .firstResult()
                .map(Optional::ofNullable);
    }

    Uni<Integer> cancelPending(UUID accountId) {
        return update("state = ?1 where accountId = ?2 and state = ?3", State.CANCELLED, accountId, State.PENDING);
    }

    /** What came after an undone change goes with it: its links are of no use any more. */
    Uni<Integer> cancelLater(EmailChange undone) {
        return update(
                "state = ?1 where accountId = ?2 and createdAt > ?3 and state in (?4, ?5)",
                State.CANCELLED,
                undone.accountId,
                undone.createdAt,
                State.PENDING,
                State.CONFIRMED);
    }

    Uni<Optional<EmailChange>> byToken(byte[] hash, boolean locked) {
        return one("tokenHash", hash, locked);
    }

    Uni<Optional<EmailChange>> byUndo(byte[] hash, boolean locked) {
        return one("undoHash", hash, locked);
    }

    private Uni<Optional<EmailChange>> one(String column, byte[] hash, boolean locked) {
        PanacheQuery<EmailChange> query = find(column, (Object) hash);
        Uni<EmailChange> row =
                locked ? query.withLock(LockModeType.PESSIMISTIC_WRITE).firstResult() : query.firstResult();
        return row.map(Optional::ofNullable);
    }

    Uni<Boolean> reserved(String emailKey, Instant now) {
        return count("oldEmailKey = ?1 and state = ?2 and undoUntil > ?3", emailKey, State.CONFIRMED, now)
                .map(found -> found > 0);
    }
}
