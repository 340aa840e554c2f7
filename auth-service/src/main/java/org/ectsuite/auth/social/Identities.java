package org.ectsuite.auth.social;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.factor.RecentProof;
import org.ectsuite.auth.notice.AccountEvent;
import org.ectsuite.auth.notice.AccountNotices;
import org.ectsuite.webedge.problem.ProblemException;

/** The identities elsewhere that open accounts. Whoever links or unlinks one is told of it by mail. */
@ApplicationScoped
class Identities {

    private static final int LONGEST_SUBJECT = 100;

    private final IdentityRepository identities;
    private final Accounts accounts;
    private final RecentProof proof;
    private final AccountNotices notices;
    private final AuditTrail audit;
    private final SocialConfig config;
    private final Clock clock;

    Identities(
            IdentityRepository identities,
            Accounts accounts,
            RecentProof proof,
            AccountNotices notices,
            AuditTrail audit,
            SocialConfig config,
            Clock clock) {
        this.identities = identities;
        this.accounts = accounts;
        this.proof = proof;
        this.notices = notices;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** Whose an identity is. */
    @WithTransaction
    Uni<Optional<UUID>> owner(UpstreamPerson person) {
        return identities
                .find("issuer = ?1 and subject = ?2", person.issuer(), person.subject())
                .firstResult()
                .map(row -> Optional.ofNullable(row).map(found -> found.accountId));
    }

    /** Its owner has come in by it. */
    @WithTransaction
    Uni<Void> used(UpstreamPerson person) {
        return identities
                .update(
                        "lastUsedAt = ?1, label = ?2 where issuer = ?3 and subject = ?4",
                        clock.instant(),
                        person.label(),
                        person.issuer(),
                        person.subject())
                .replaceWithVoid();
    }

    /** An identity opens an account from now on; the database refuses one that opens another's already. */
    @WithTransaction
    Uni<Void> link(AccountView account, UpstreamPerson person) {
        IdentityRow row = new IdentityRow();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.accountId = account.id();
        row.provider = person.provider();
        row.issuer = person.issuer();
        row.subject = person.subject();
        row.label = person.label();
        row.linkedAt = clock.instant();
        return requireRoom(account.id())
                .chain(() -> identities.persistAndFlush(row))
                .chain(() -> audit.record(entry("identity.linked", row)
                        .actor(AuditActor.person(account.id().toString(), account.name(), account.callsign(), "web"))))
                .chain(() -> notices.tell(account.id(), AccountEvent.IDENTITY_LINKED, name(row)));
    }

    /** Fails unless the owner of this session may link one more. */
    @WithTransaction
    Uni<Void> requireLinkable(UUID accountId, UUID sessionId) {
        return proof.require(sessionId).chain(() -> requireRoom(accountId));
    }

    private Uni<Void> requireRoom(UUID accountId) {
        return identities
                .count("accountId", accountId)
                .invoke(count -> {
                    if (count >= config.identitiesPerAccount()) {
                        throw new ProblemException(
                                SocialProblem.TOO_MANY_IDENTITIES, "Remove one that you do not use any more.");
                    }
                })
                .replaceWithVoid();
    }

    /** Somebody's, in the order in which they were linked. */
    @WithTransaction
    Uni<List<IdentityView>> list(UUID accountId) {
        return identities
                .list("accountId = ?1 order by id", accountId)
                .map(rows -> rows.stream().map(IdentityView::of).toList());
    }

    /** An identity opens its owner's account no more; not found if it is somebody else's. */
    @WithTransaction
    Uni<Void> unlink(UUID accountId, UUID sessionId, UUID id) {
        return proof.require(sessionId)
                // All of an account: two that are taken at the same moment come one after the other.
                .chain(() -> identities
                        .find("accountId = ?1 order by id", accountId)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list())
                .chain(rows -> accounts.mailboxProven(accountId).chain(proven -> {
                    IdentityRow row = rows.stream()
                            .filter(one -> one.id.equals(id))
                            .findFirst()
                            .orElseThrow(() -> ProblemException.notFound("There is no such identity."));
                    if (!new UnlinkRule(proven, rows.size()).allows()) {
                        throw new ProblemException(
                                SocialProblem.LAST_WAY_IN, "Without it nobody could sign in to the account.");
                    }
                    return identities
                            .delete("id", row.id)
                            .chain(identities::flush)
                            .chain(() -> audit.record(entry("identity.unlinked", row)))
                            .chain(() -> notices.tell(accountId, AccountEvent.IDENTITY_UNLINKED, name(row)));
                }));
    }

    private static AuditEntry entry(String action, IdentityRow row) {
        return AuditEntry.of(action, "account", row.accountId.toString())
                .after(Map.of("provider", row.provider.id(), "identity", row.label));
    }

    private static String name(IdentityRow row) {
        String name = row.label.isEmpty() ? row.provider.title() : row.provider.title() + ": " + row.label;
        return name.length() > LONGEST_SUBJECT ? name.substring(0, LONGEST_SUBJECT - 1) + "…" : name;
    }
}
