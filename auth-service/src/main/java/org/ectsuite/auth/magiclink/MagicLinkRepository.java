package org.ectsuite.auth.magiclink;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.auth.magiclink.MagicLink.State;

/**
 * Access to the table of requests. What decides a race is one conditional statement each: the row's lock puts rivals one
 * after the other, and only the first still finds the state it asks for.
 */
@ApplicationScoped
class MagicLinkRepository implements PanacheRepositoryBase<MagicLink, UUID> {

    /** Requests of one address come one after the other until the transaction ends. */
    Uni<Void> lockMailbox(String mailboxKey) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "select cast(pg_advisory_xact_lock(hashtextextended(:key, 1)) as text)", String.class)
                        .setParameter("key", mailboxKey)
                        .getResultList())
                .replaceWithVoid();
    }

    Uni<Integer> cancelPending(String emailKey) {
        return update("state = ?1 where emailKey = ?2 and state = ?3", State.CANCELLED, emailKey, State.PENDING);
    }

    /** Takes the link, if it is pending and was asked for in this browser; at most one caller ever does. */
    Uni<Optional<MagicLink>> redeemLink(byte[] linkHash, byte[] binderHash, Instant now) {
        return update(
                        "state = ?1, redeemedAt = ?2"
                                + " where linkHash = ?3 and binderHash = ?4 and state = ?5 and expiresAt > ?2",
                        State.REDEEMED,
                        now,
                        linkHash,
                        binderHash,
                        State.PENDING)
                .chain(taken -> taken == 0 ? Uni.createFrom().item(Optional.empty()) : byLink(linkHash));
    }

    /**
     * Counts an attempt and compares the code, in one step: however many attempts arrive at once, no more than allowed
     * are compared. Empty if nothing was pending; else the row, whose state says what came of it.
     */
    Uni<Optional<MagicLink>> attemptCode(byte[] binderHash, byte[] codeHash, int allowed, Instant now) {
        return getSession()
                .chain(session -> session.createNativeQuery("""
                                update magic_link
                                   set code_attempts = code_attempts + 1,
                                       state = case when code_hash = :code then 'REDEEMED'
                                                    when code_attempts + 1 >= :allowed then 'LOCKED'
                                                    else state end,
                                       redeemed_at = case when code_hash = :code then cast(:now as timestamptz) end
                                 where binder_hash = :binder and state = 'PENDING' and expires_at > :now""")
                        .setParameter("code", codeHash)
                        .setParameter("allowed", allowed)
                        .setParameter("binder", binderHash)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .chain(counted -> counted == 0 ? Uni.createFrom().item(Optional.empty()) : byBinder(binderHash));
    }

    Uni<Optional<MagicLink>> byLink(byte[] linkHash) {
        return find("linkHash", (Object) linkHash).firstResult().map(Optional::ofNullable);
    }

    Uni<Optional<MagicLink>> byBinder(byte[] binderHash) {
        return find("binderHash", (Object) binderHash).firstResult().map(Optional::ofNullable);
    }

    /** When the newest mails that an allowance counts were sent, newest first; no more than its limit. */
    Uni<List<Instant>> counted(SendBudget.Allowance allowance, MagicLink request, Instant now) {
        String counted = switch (allowance.key()) {
            case MAILBOX -> "mailboxKey = ?2 and ";
            case CLIENT_ADDRESS -> "clientAddress = ?2 and ";
            // Names the parameter, so that all three take the same ones.
            case EVERYBODY -> "'' = ?2 and ";
        };
        String value = switch (allowance.key()) {
            case MAILBOX -> request.mailboxKey;
            case CLIENT_ADDRESS -> request.clientAddress;
            case EVERYBODY -> "";
        };
        return find(
                        "select createdAt from MagicLink where " + counted + "createdAt > ?1 order by createdAt desc",
                        allowance.since(now),
                        value)
                .project(Instant.class)
                .range(0, allowance.limit() - 1)
                .list();
    }
}
