package org.ectsuite.auth.account;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.version.Versions;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The accounts, for the other features. Who may change what is their business; each change is one transaction. */
@ApplicationScoped
public class Accounts {

    private static final Duration SEEN_TO = Duration.ofMinutes(1);
    /** No mailbox can ever be here (RFC 2606). */
    private static final String NOWHERE = "erased.invalid";

    private final AccountRepository repository;
    private final AccountConfig config;
    private final Clock clock;

    Accounts(AccountRepository repository, AccountConfig config, Clock clock) {
        this.repository = repository;
        this.config = config;
        this.clock = clock;
    }

    @WithTransaction
    public Uni<AccountView> get(UUID id) {
        return entity(id).map(AccountView::of);
    }

    @WithTransaction
    public Uni<Optional<AccountView>> find(UUID id) {
        return repository
                .findById(id)
                .map(account -> Optional.ofNullable(account).map(AccountView::of));
    }

    /** The account with this address. */
    @WithTransaction
    public Uni<Optional<AccountView>> find(EmailAddress email) {
        return repository
                .find("emailKey", email.key())
                .firstResult()
                .map(account -> Optional.ofNullable(account).map(AccountView::of));
    }

    /** The administrators who are not suspended, in no order. */
    @WithTransaction
    public Uni<List<AccountView>> administrators() {
        Instant now = clock.instant();
        return repository
                .list("role", Role.ADMIN)
                .map(accounts -> views(accounts).stream()
                        .filter(account -> !account.banned(now))
                        .toList());
    }

    /** Whether there is an account with this address; not to be told to strangers. */
    @WithTransaction
    public Uni<Boolean> exists(EmailAddress email) {
        return repository.count("emailKey", email.key()).map(found -> found > 0);
    }

    /** Whether the owner of the account's mailbox has ever shown himself: whether a link by mail lets him in. */
    @WithTransaction
    public Uni<Boolean> mailboxProven(UUID id) {
        return repository.count("id = ?1 and emailProvenAt is not null", id).map(found -> found > 0);
    }

    /** Those of the given ids that exist, in no order. */
    @WithTransaction
    public Uni<List<AccountView>> find(Collection<UUID> ids) {
        return repository.list("id in ?1", ids).map(Accounts::views);
    }

    /** Newest first; one more than the limit, if there is one more. */
    @WithTransaction
    public Uni<List<AccountView>> search(AccountFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        if (filter.text() != null) {
            conditions.add("(emailKey like :text escape '\\' or lower(name) like :text escape '\\'"
                    + " or lower(callsign) like :text escape '\\' or lower(gmrsCallsign) like :text escape '\\'"
                    + " or lower(earlierCallsigns) like :text escape '\\')");
            parameters.put("text", '%' + literal(filter.text().toLowerCase(Locale.ROOT)) + '%');
        }
        if (filter.role() != null) {
            conditions.add("role = :role");
            parameters.put("role", filter.role());
        }
        if (filter.status() != null) {
            String banned = "(bannedAt is not null and (banUntil is null or banUntil > :now))";
            if (filter.status() == AccountStatus.ACTIVE) {
                conditions.add("not " + banned);
            } else {
                conditions.add(banned + " and banKind in :kinds");
                parameters.put(
                        "kinds",
                        Arrays.stream(Closing.values())
                                .filter(kind -> kind.status() == filter.status())
                                .toList());
            }
            parameters.put("now", clock.instant());
        }
        if (filter.before() != null) {
            conditions.add("id < :before");
            parameters.put("before", filter.before());
        }
        return repository
                .find(String.join(" and ", conditions) + " order by id desc", parameters)
                .range(0, filter.limit())
                .list()
                .map(Accounts::views);
    }

    /** The ids of those who are not suspended and have this role or one that includes it, oldest first, after the given one. */
    @WithTransaction
    public Uni<List<UUID>> members(Role role, @Nullable UUID after, int limit) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put(
                "roles",
                Arrays.stream(Role.values())
                        .filter(held -> held.compareTo(role) >= 0)
                        .toList());
        parameters.put("now", clock.instant());
        String further = "";
        if (after != null) {
            further = " and id > :after";
            parameters.put("after", after);
        }
        return repository
                .find(
                        "role in :roles and not (bannedAt is not null and (banUntil is null or banUntil > :now))"
                                + further + " order by id",
                        parameters)
                .range(0, limit - 1)
                .list()
                .map(found -> found.stream().map(account -> account.id).toList());
    }

    /** Records that the owner of a mailbox has shown himself; makes the account if there is none. */
    @WithTransaction
    public Uni<Proof> proven(EmailAddress email) {
        Instant now = clock.instant();
        return insertUnlessThere(email, now)
                .chain(created -> repository
                        .find("emailKey", email.key())
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .singleResult()
                        .chain(account -> {
                            boolean first = account.emailProvenAt == null;
                            if (first && !created) {
                                // Whoever prepared the account is not its owner: nothing of what he wrote remains.
                                account.name = "";
                                account.take(Callsigns.NONE);
                                account.take((Location) null);
                            }
                            if (first) {
                                account.emailProvenAt = now;
                            }
                            return repository
                                    .flush()
                                    .map(flushed -> new Proof(AccountView.of(account), created, first));
                        }));
    }

    private Uni<Boolean> insertUnlessThere(EmailAddress email, Instant now) {
        // Two first sign-ins at the same moment: the second waits here for the first, and then finds its row.
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into account
                                    (id, email, email_key, name, zone, locale, role, created_at, version)
                                values (:id, :email, :key, '', :zone, :locale, 'USER', :now, 0)
                                on conflict (email_key) do nothing""")
                        .setParameter("id", UuidCreator.getTimeOrderedEpoch())
                        .setParameter("email", email.text())
                        .setParameter("key", email.key())
                        .setParameter("zone", config.defaultZone())
                        .setParameter("locale", config.defaultLocale())
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    /**
     * Notes, to the minute, that the owner was here; no change of the account, so its version stays. Programs that ask
     * more often neither write the row each time nor wait for one another.
     */
    @WithTransaction
    public Uni<Void> seen(UUID id) {
        Instant now = clock.instant();
        return repository
                .update(
                        "lastSeenAt = ?1 where id = ?2 and (lastSeenAt is null or lastSeenAt < ?3)",
                        now,
                        id,
                        now.minus(SEEN_TO))
                .replaceWithVoid();
    }

    @WithTransaction
    Uni<AccountView> write(UUID id, long expectedVersion, Profile profile) {
        return change(id, account -> {
                    Versions.check(expectedVersion, account.version);
                    account.name = profile.name();
                    account.take(profile.calls());
                    account.zone = profile.zone();
                    account.locale = profile.locale();
                    account.take(profile.location());
                })
                .onFailure(ConstraintViolationException.class)
                .transform(failure -> new ProblemException(
                        AccountProblem.CALLSIGN_TAKEN, "Ask an administrator if the callsign is yours."));
    }

    /**
     * The administrators who are not suspended. Until the transaction ends nobody else can change who they are: two of
     * them cannot relieve one another at the same moment.
     */
    @WithTransaction
    public Uni<List<UUID>> lockAdministrators() {
        Instant now = clock.instant();
        return repository
                .find("role = ?1 order by id", Role.ADMIN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .map(accounts -> accounts.stream()
                        .map(AccountView::of)
                        .filter(account -> !account.banned(now))
                        .map(AccountView::id)
                        .toList());
    }

    @WithTransaction
    public Uni<AccountView> assignRole(UUID id, Role role) {
        return change(id, account -> account.role = role);
    }

    /** Gives an account another address, whose owner has just shown himself. */
    @WithTransaction
    public Uni<AccountView> changeEmail(UUID id, EmailAddress email) {
        return change(id, account -> {
                    account.email = email.text();
                    account.emailKey = email.key();
                    account.emailProvenAt = clock.instant();
                })
                .onFailure(ConstraintViolationException.class)
                .transform(failure -> new ProblemException(
                        CommonProblem.CONFLICT, "Somebody else got this address at the same moment."));
    }

    @WithTransaction
    public Uni<AccountView> ban(UUID id, Ban ban) {
        return change(id, account -> {
            account.banKind = ban.kind();
            account.bannedAt = ban.since();
            account.banReason = ban.reason();
            account.banUntil = ban.until();
        });
    }

    @WithTransaction
    public Uni<AccountView> unban(UUID id) {
        return change(id, account -> {
            account.banKind = Closing.SUSPENSION;
            account.bannedAt = null;
            account.banReason = null;
            account.banUntil = null;
        });
    }

    /** Gives an account the name, callsigns and location of another, where it has none itself. */
    @WithTransaction
    public Uni<AccountView> inherit(UUID id, AccountView from) {
        return change(id, account -> {
            AccountView into = AccountView.of(account);
            account.name = account.name.isEmpty() ? from.name() : account.name;
            account.take(into.calls().and(from.calls()));
            account.take(into.location() == null ? from.location() : into.location());
        });
    }

    /**
     * Forgets whom an account belonged to, with everything that any feature keeps for it: the database deletes whatever hangs
     * on the row. The empty row that takes its place keeps the id, which logs and trails name, from ever being somebody else's.
     */
    @WithTransaction
    public Uni<AccountView> empty(UUID id, Closing kind) {
        Instant now = clock.instant();
        return entity(id)
                .map(AccountView::of)
                .chain(before -> Panache.getSession()
                        .chain(session -> session.flush()
                                .chain(() -> session.createNativeQuery("delete from account where id = :id")
                                        .setParameter("id", id)
                                        .executeUpdate())
                                .invoke(session::clear)
                                .chain(() -> session.createNativeQuery("""
                                insert into account
                                    (id, email, email_key, name, zone, locale, role, created_at, version,
                                     banned_at, ban_reason, ban_kind)
                                values (:id, :email, :email, :name, :zone, :locale, 'USER', :created, :version,
                                        :now, :name, :kind)""")
                                        .setParameter("id", id)
                                        .setParameter("email", id + "@" + NOWHERE)
                                        .setParameter(
                                                "name", kind == Closing.MERGER ? "Merged account" : "Erased account")
                                        .setParameter("zone", config.defaultZone())
                                        .setParameter("locale", config.defaultLocale())
                                        .setParameter(
                                                "created", before.createdAt().atOffset(ZoneOffset.UTC))
                                        .setParameter("version", before.version() + 1)
                                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                                        .setParameter("kind", kind.name())
                                        .executeUpdate()))
                        .chain(() -> entity(id).map(AccountView::of)));
    }

    private Uni<AccountView> change(UUID id, Consumer<Account> change) {
        return entity(id).invoke(change).call(repository::flush).map(AccountView::of);
    }

    private Uni<Account> entity(UUID id) {
        return repository
                .findById(id)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("There is no such account."));
    }

    private static List<AccountView> views(List<Account> accounts) {
        return accounts.stream().map(AccountView::of).toList();
    }

    private static String literal(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
