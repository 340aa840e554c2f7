package org.ectsuite.auth.merger;

import io.quarkus.arc.All;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.access.Administrators;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.account.AdministeredAccount;
import org.ectsuite.auth.account.Closing;
import org.ectsuite.auth.account.MailboxTraces;
import org.ectsuite.auth.account.MergerPart;
import org.ectsuite.auth.notice.AccountEvent;
import org.ectsuite.auth.notice.AccountNotices;
import org.ectsuite.auth.revocation.RevocationLedger;
import org.ectsuite.auth.session.FactorKinds;
import org.ectsuite.webedge.problem.ProblemException;

/**
 * Lets an account go into another: what its features hand over becomes the other's, the rest is deleted, and an empty row keeps
 * the id for the logs. The account that stays keeps its address, its role and its second factor.
 */
@ApplicationScoped
class Mergers {

    private final Accounts accounts;
    private final Administrators administrators;
    private final FactorKinds kinds;
    private final List<MergerPart> parts;
    private final List<MailboxTraces> traces;
    private final RevocationLedger revocations;
    private final AccountNotices notices;
    private final AuditTrail audit;
    private final Clock clock;

    Mergers(
            Accounts accounts,
            Administrators administrators,
            FactorKinds kinds,
            @All List<MergerPart> parts,
            @All List<MailboxTraces> traces,
            RevocationLedger revocations,
            AccountNotices notices,
            AuditTrail audit,
            Clock clock) {
        this.accounts = accounts;
        this.administrators = administrators;
        this.kinds = kinds;
        this.parts = parts;
        this.traces = traces;
        this.revocations = revocations;
        this.notices = notices;
        this.audit = audit;
        this.clock = clock;
    }

    @WithTransaction
    Uni<AccountView> merge(UUID actor, UUID fromId, UUID intoId) {
        return administrators
                .remainWithout(fromId)
                .chain(() -> accounts.get(fromId))
                .chain(from -> accounts.get(intoId)
                        .invoke(into -> MergerPolicy.refusal(actor, from, into, clock.instant())
                                .ifPresent(why -> {
                                    throw new ProblemException(why, why.advice());
                                }))
                        .chain(into -> merge(from, into)));
    }

    private Uni<AccountView> merge(AccountView from, AccountView into) {
        return kinds.heldBy(into.id())
                .chain(unproven -> move(from, into, unproven))
                .chain(() -> revocations.revokeSubjectUntilNow(from.id()))
                .chain(() -> forget(from))
                .chain(() -> accounts.empty(from.id(), Closing.MERGER))
                .chain(() -> accounts.inherit(into.id(), from))
                .call(after -> record(from, into, after))
                .call(() -> notices.tell(into.id(), AccountEvent.ACCOUNTS_MERGED));
    }

    private Uni<Void> move(AccountView from, AccountView into, boolean unproven) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (MergerPart part : parts) {
            all = all.chain(() -> part.move(from, into, unproven));
        }
        return all;
    }

    private Uni<Void> forget(AccountView account) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (MailboxTraces feature : traces) {
            all = all.chain(() -> feature.forget(account.email()));
        }
        return all;
    }

    private Uni<Void> record(AccountView from, AccountView into, AccountView after) {
        return audit.record(AuditEntry.of(
                                "account.merged-away", "account", from.id().toString())
                        .before(AdministeredAccount.of(from, clock.instant()))
                        .after(Map.of("into", into.id())))
                .chain(() -> audit.record(AuditEntry.of(
                                "account.merged", "account", into.id().toString())
                        .before(AdministeredAccount.of(into, clock.instant()))
                        .after(Map.of("from", from.id(), "account", AdministeredAccount.of(after, clock.instant())))));
    }
}
