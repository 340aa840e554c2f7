package org.ectsuite.auth.breakglass;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.account.Ban;
import org.ectsuite.auth.account.EmailAddress;
import org.ectsuite.auth.account.Role;
import org.ectsuite.auth.notice.AccountEvent;
import org.ectsuite.auth.notice.AccountNotices;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.opaque.OpaqueTokens;
import org.ectsuite.auth.session.Client;
import org.ectsuite.auth.session.ClientDescription;
import org.ectsuite.auth.session.Factor;
import org.ectsuite.auth.session.Method;
import org.ectsuite.auth.session.OpenedSession;
import org.ectsuite.auth.session.Sessions;
import org.jspecify.annotations.Nullable;

/**
 * Codes that let an administrator in without mail and without second factor, once. They reset nothing, and all
 * administrators are told when one is made and when it is used.
 */
@ApplicationScoped
class BreakGlass {

    /** Who acts where there is only a shell. */
    private static final AuditActor HOST = AuditActor.person("host", "Operator of the host", null, "shell");

    private static final String SHELL = "a shell on the host";

    private final BreakGlassCodes codes;
    private final Accounts accounts;
    private final Sessions sessions;
    private final AccountNotices notices;
    private final AuditTrail audit;
    private final OpaqueTokens secrets;
    private final BreakGlassConfig config;
    private final String page;
    private final Clock clock;

    BreakGlass(
            BreakGlassCodes codes,
            Accounts accounts,
            Sessions sessions,
            AccountNotices notices,
            AuditTrail audit,
            OpaqueTokens secrets,
            BreakGlassConfig config,
            @ConfigProperty(name = "ect.public-url") String publicUrl,
            Clock clock) {
        this.codes = codes;
        this.accounts = accounts;
        this.sessions = sessions;
        this.notices = notices;
        this.audit = audit;
        this.secrets = secrets;
        this.config = config;
        this.page = publicUrl + BreakGlassResource.PATH;
        this.clock = clock;
    }

    /**
     * Makes a code for an administrator; an earlier one of his that nobody has used is good no longer. Only the host's
     * command calls this: no request leads here.
     *
     * @param typed the mail address of his account
     */
    @WithTransaction
    Uni<Issue> issue(String typed) {
        Optional<EmailAddress> address = EmailAddress.parse(typed);
        return address.isEmpty()
                ? refused(Issue.Why.NO_ADDRESS)
                : accounts.find(address.get()).chain(found -> issue(found.orElse(null)));
    }

    private Uni<Issue> issue(@Nullable AccountView account) {
        Instant now = clock.instant();
        if (account == null || account.role() != Role.ADMIN) {
            return refused(Issue.Why.NO_ADMINISTRATOR);
        }
        if (account.banned(now)) {
            return refused(Issue.Why.SUSPENDED);
        }
        OpaqueToken code = secrets.next();
        BreakGlassCode row = new BreakGlassCode();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.accountId = account.id();
        row.codeHash = code.hash();
        row.createdAt = now;
        row.expiresAt = now.plus(config.life());
        return codes.delete("accountId = ?1 and usedAt is null", account.id())
                .chain(() -> codes.persistAndFlush(row))
                .chain(() -> audit.record(entry("break-glass.issued", account)
                        .after(Map.of("expiresAt", row.expiresAt))
                        .actor(HOST)))
                .chain(() -> alert(AccountEvent.BREAK_GLASS_ISSUED, account, SHELL))
                .map(told -> new Issue.Issued(code, row.expiresAt, page, told));
    }

    /**
     * Uses a code.
     *
     * @param earlier the refresh token that the browser still holds; its session ends
     */
    @WithTransaction
    Uni<Entry> use(OpaqueToken code, Client client, Optional<OpaqueToken> earlier) {
        return codes.find("codeHash = ?1 and usedAt is null and expiresAt > ?2", code.hash(), clock.instant())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .chain(row -> row == null
                        ? entry(new Entry.Dead())
                        : accounts.get(row.accountId).chain(account -> use(row, account, client, earlier)));
    }

    private Uni<Entry> use(BreakGlassCode row, AccountView account, Client client, Optional<OpaqueToken> earlier) {
        Instant now = clock.instant();
        Ban ban = account.ban();
        if (ban != null && ban.inForce(now)) {
            return entry(new Entry.Suspended(ban));
        }
        if (account.role() != Role.ADMIN) {
            return entry(new Entry.Dead());
        }
        row.usedAt = now;
        return codes.flush()
                .chain(() ->
                        sessions.open(account, Method.BREAK_GLASS, Factor.BREAK_GLASS, client, config.sessionLife()))
                .call(opened -> replace(earlier, opened, account.id()))
                .call(() -> audit.record(entry("break-glass.used", account).actor(actor(account))))
                .call(() -> alert(
                        AccountEvent.BREAK_GLASS_USED,
                        account,
                        ClientDescription.of(client.userAgent()).text()))
                .map(Entry.Opened::new);
    }

    private Uni<Void> replace(Optional<OpaqueToken> earlier, OpenedSession opened, UUID accountId) {
        return earlier.map(refresh -> sessions.replace(refresh, opened, accountId))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** Tells all administrators, the suspended ones excepted; gives their number. */
    private Uni<Integer> alert(AccountEvent event, AccountView account, String client) {
        return accounts.administrators().chain(administrators -> {
            List<UUID> people = administrators.stream().map(AccountView::id).toList();
            return notices.tellAll(people, event, account.email().text(), client)
                    .replaceWith(people.size());
        });
    }

    /** What is over goes; the audit trail remembers. */
    @Scheduled(
            identity = "break-glass-clean-up",
            every = "1h",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> cleanUp() {
        return codes.delete("expiresAt <= ?1", clock.instant()).replaceWithVoid();
    }

    private static Uni<Issue> refused(Issue.Why why) {
        return Uni.createFrom().item(new Issue.Refused(why));
    }

    private static Uni<Entry> entry(Entry entry) {
        return Uni.createFrom().item(entry);
    }

    private static AuditEntry entry(String action, AccountView account) {
        return AuditEntry.of(action, "account", account.id().toString());
    }

    private static AuditActor actor(AccountView account) {
        return AuditActor.person(
                account.id().toString(), account.name().isEmpty() ? null : account.name(), account.callsign(), "web");
    }
}
