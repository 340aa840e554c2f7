package org.ectsuite.auth.social;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.opaque.OpaqueTokens;
import org.ectsuite.auth.session.BrowserSession;
import org.ectsuite.auth.signin.Continuation;

/** Identities that wait, in one browser, until their owner shows which account they are to belong to. */
@ApplicationScoped
class PendingIdentities {

    private final PendingIdentityRepository pending;
    private final Identities identities;
    private final Accounts accounts;
    private final OpaqueTokens secrets;
    private final AuditTrail audit;
    private final SocialConfig config;
    private final Clock clock;

    PendingIdentities(
            PendingIdentityRepository pending,
            Identities identities,
            Accounts accounts,
            OpaqueTokens secrets,
            AuditTrail audit,
            SocialConfig config,
            Clock clock) {
        this.pending = pending;
        this.identities = identities;
        this.accounts = accounts;
        this.secrets = secrets;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** What waits, and where its owner wanted to go. */
    record Waiting(UpstreamPerson person, Continuation continuation) {}

    /** Lets an identity wait; what it gives is for the browser's cookie. */
    @WithTransaction
    Uni<OpaqueToken> await(UpstreamPerson person, Continuation continuation) {
        Instant now = clock.instant();
        OpaqueToken token = secrets.next();
        PendingIdentityRow row = new PendingIdentityRow();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.tokenHash = token.hash();
        row.provider = person.provider();
        row.issuer = person.issuer();
        row.subject = person.subject();
        row.label = person.label();
        row.email = person.email() == null ? null : person.email().text();
        row.vouched = person.vouched();
        row.continuation = continuation.path();
        row.createdAt = now;
        row.expiresAt = now.plus(config.confirmationLife());
        return pending.persistAndFlush(row)
                .chain(() -> audit.record(AuditEntry.of("identity.pending", "identity", row.id.toString())
                        .after(Map.of("provider", person.provider().id()))))
                .replaceWith(token);
    }

    /** What waits in a browser; reads only. */
    @WithTransaction
    Uni<Optional<Waiting>> waiting(OpaqueToken token) {
        return pending.find("tokenHash = ?1 and expiresAt > ?2", token.hash(), clock.instant())
                .firstResult()
                .map(row -> Optional.ofNullable(row)
                        .map(found -> new Waiting(found.person(), new Continuation(found.continuation))));
    }

    /** Its owner, who is signed in, wants it linked, or not; where he goes then. Empty if nothing waits any more. */
    @WithTransaction
    Uni<Optional<Continuation>> decide(OpaqueToken token, boolean agreed, BrowserSession session) {
        return pending.find("tokenHash = ?1 and expiresAt > ?2", token.hash(), clock.instant())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .chain(row -> row == null
                        ? Uni.createFrom().item(Optional.empty())
                        : pending.delete("id", row.id)
                                .chain(pending::flush)
                                .chain(() -> accounts.get(session.accountId()))
                                .chain(account ->
                                        agreed ? identities.link(account, row.person()) : decline(account, row))
                                .replaceWith(Optional.of(new Continuation(row.continuation))));
    }

    private Uni<Void> decline(AccountView account, PendingIdentityRow row) {
        return audit.record(AuditEntry.of("identity.declined", "identity", row.id.toString())
                .after(Map.of("provider", row.provider.id()))
                .actor(AuditActor.person(account.id().toString(), account.name(), account.callsign(), "web")));
    }

    /** What waits no longer goes. */
    @Scheduled(
            identity = "pending-identities-clean-up",
            every = "10m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> cleanUp() {
        return pending.delete("expiresAt <= ?1", clock.instant()).replaceWithVoid();
    }
}
