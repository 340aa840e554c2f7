package org.ectsuite.auth.apikey;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.notice.AccountEvent;
import org.ectsuite.auth.notice.AccountNotices;
import org.ectsuite.auth.notice.SecurityAlerts;
import org.ectsuite.auth.notice.SecurityEvent;
import org.ectsuite.auth.revocation.RevocationLedger;
import org.ectsuite.tokensecurity.SecurityLog;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.request.RequestInfo;

/**
 * The life of API keys: made and rotated by their owners, who alone see the secret, once; used at the token endpoint; dead
 * by revocation, or by themselves.
 */
@ApplicationScoped
public class ApiKeyService {

    /** How exactly the last use is told; a busy program is not to write a row with each token. */
    private static final Duration USE_RESOLUTION = Duration.ofMinutes(1);

    private final ApiKeyRepository keys;
    private final ApiKeySecrets secrets;
    private final Accounts accounts;
    private final RevocationLedger revocations;
    private final AccountNotices notices;
    private final SecurityAlerts alerts;
    private final AuditTrail audit;
    private final ApiKeyConfig config;
    private final RequestInfo request;
    private final Clock clock;

    ApiKeyService(
            ApiKeyRepository keys,
            ApiKeySecrets secrets,
            Accounts accounts,
            RevocationLedger revocations,
            AccountNotices notices,
            SecurityAlerts alerts,
            AuditTrail audit,
            ApiKeyConfig config,
            RequestInfo request,
            Clock clock) {
        this.keys = keys;
        this.secrets = secrets;
        this.accounts = accounts;
        this.revocations = revocations;
        this.notices = notices;
        this.alerts = alerts;
        this.audit = audit;
        this.config = config;
        this.request = request;
        this.clock = clock;
    }

    @WithTransaction
    Uni<OwnApiKeys> list(UUID accountId) {
        Instant now = clock.instant();
        return accounts.get(accountId)
                .chain(owner -> keys.list("accountId = ?1 and revokedAt is null order by id desc", accountId)
                        .map(rows -> new OwnApiKeys(
                                rows.stream()
                                        .map(row -> ApiKeyView.of(row, now))
                                        .toList(),
                                KeyScope.within(owner.role()).stream()
                                        .map(KeyScope::text)
                                        .toList())));
    }

    @WithTransaction
    Uni<IssuedApiKey> create(UUID accountId, NewApiKey wanted) {
        Set<KeyScope> scopes = scopes(wanted);
        return accounts.get(accountId)
                .invoke(owner -> refuseBeyond(owner, scopes))
                .chain(() -> keys.count("accountId = ?1 and revokedAt is null", accountId))
                .invoke(this::refuseMany)
                .chain(() -> issue(accountId, wanted, scopes))
                .call(issued -> accounts.get(accountId)
                        .chain(owner -> alerts.tell(
                                SecurityEvent.API_KEY_CREATED,
                                owner,
                                issued.key().name())));
    }

    private static Set<KeyScope> scopes(NewApiKey wanted) {
        Set<KeyScope> scopes = EnumSet.noneOf(KeyScope.class);
        for (String text : wanted.scopes()) {
            scopes.add(KeyScope.of(text)
                    .orElseThrow(() -> ProblemException.invalid("scopes", "names what no key can be allowed")));
        }
        if (!KeyScope.compatible(scopes)) {
            throw ProblemException.invalid("scopes", "cannot join admin:read and ectlog:write; make two keys");
        }
        return scopes;
    }

    private static void refuseBeyond(AccountView owner, Set<KeyScope> scopes) {
        if (!KeyScope.within(owner.role()).containsAll(scopes)) {
            throw new ProblemException(
                    ApiKeyProblem.API_KEY_SCOPE_DENIED, "A key can do no more than your role allows.");
        }
    }

    private void refuseMany(long present) {
        if (present >= config.perPerson()) {
            throw new ProblemException(ApiKeyProblem.TOO_MANY_API_KEYS, "Revoke a key that is not needed any more.");
        }
    }

    private Uni<IssuedApiKey> issue(UUID accountId, NewApiKey wanted, Set<KeyScope> scopes) {
        Instant now = clock.instant();
        ApiKeySecret secret = secrets.next();
        ApiKey key = new ApiKey();
        key.id = UuidCreator.getTimeOrderedEpoch();
        key.accountId = accountId;
        key.name = wanted.name().strip();
        key.scopes = ApiKey.written(scopes);
        key.secretHash = secret.hash();
        key.lifeDays = wanted.expiresInDays();
        key.createdAt = now;
        key.expiresAt = now.plus(Duration.ofDays(key.lifeDays));
        ApiKeyView view = ApiKeyView.of(key, now);
        return keys.persistAndFlush(key)
                .chain(() -> audit.record(entry("api-key.created", key.id).after(view)))
                .chain(() -> notices.tell(accountId, AccountEvent.API_KEY_CREATED, key.name))
                .replaceWith(() -> new IssuedApiKey(view, secret.text()));
    }

    /** A new secret; the old one is good for a while, so that programs can be told one by one. */
    @WithTransaction
    Uni<IssuedApiKey> rotate(UUID accountId, UUID id, Duration overlap) {
        Instant now = clock.instant();
        ApiKeySecret secret = secrets.next();
        return locked(accountId, id).chain(key -> {
            ApiKeyView before = ApiKeyView.of(key, now);
            key.previousHash = overlap.isZero() ? null : key.secretHash;
            key.previousUntil = overlap.isZero() ? null : now.plus(overlap);
            key.secretHash = secret.hash();
            key.rotatedAt = now;
            key.expiresAt = now.plus(Duration.ofDays(key.lifeDays));
            ApiKeyView after = ApiKeyView.of(key, now);
            return keys.flush()
                    .chain(() -> overlap.isZero()
                            ? revocations.revokeSessionUntilNow(id)
                            : Uni.createFrom().voidItem())
                    .chain(() -> audit.record(
                            entry("api-key.rotated", id).before(before).after(after)))
                    .chain(() -> notices.tell(accountId, AccountEvent.API_KEY_ROTATED, key.name))
                    .replaceWith(() -> new IssuedApiKey(after, secret.text()));
        });
    }

    /** Ends a key; tokens got by it are refused everywhere a moment later. */
    @WithTransaction
    Uni<Void> revoke(UUID accountId, UUID id) {
        Instant now = clock.instant();
        return locked(accountId, id).chain(key -> {
            ApiKeyView before = ApiKeyView.of(key, now);
            key.revokedAt = now;
            return keys.flush()
                    .chain(() -> revocations.revokeSession(id))
                    .chain(() -> audit.record(entry("api-key.revoked", id).before(before)));
        });
    }

    /** Ends all keys of an account; each leaves its own row in the audit trail. */
    @WithTransaction
    public Uni<Void> revokeAll(UUID accountId, AuditActor actor) {
        Instant now = clock.instant();
        return keys.find("accountId = ?1 and revokedAt is null order by id", accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .chain(found -> {
                    Uni<Void> all = Uni.createFrom().voidItem();
                    for (ApiKey key : found) {
                        all = all.chain(() -> end(key, now, actor));
                    }
                    return all;
                });
    }

    private Uni<Void> end(ApiKey key, Instant now, AuditActor actor) {
        ApiKeyView before = ApiKeyView.of(key, now);
        key.revokedAt = now;
        return keys.flush()
                .chain(() -> revocations.revokeSession(key.id))
                .chain(() -> audit.record(
                        entry("api-key.revoked", key.id).before(before).actor(actor)));
    }

    private Uni<ApiKey> locked(UUID accountId, UUID id) {
        return keys.find("id = ?1 and accountId = ?2 and revokedAt is null", id, accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("There is no such API key."));
    }

    /** Whether credentials at the token endpoint are meant to be a key's. */
    public static boolean meant(String secret) {
        return ApiKeySecret.resembles(secret);
    }

    /** The program behind a key, if key, secret and owner are good; a failure stands in the security log. */
    @WithTransaction
    public Uni<Optional<KeyHolder>> authenticate(String id, String secret) {
        Optional<ApiKeySecret> shown = ApiKeySecret.parse(secret);
        Optional<UUID> keyId = keyId(id);
        if (shown.isEmpty() || keyId.isEmpty()) {
            return refused(ApiKeyFailure.WRONG_API_KEY);
        }
        Instant now = clock.instant();
        return keys.findById(keyId.get()).chain(key -> {
            if (key == null) {
                return refused(ApiKeyFailure.WRONG_API_KEY);
            }
            if (!key.opensWith(shown.get(), now)) {
                return refused(
                        shown.get().hashesTo(key.previousHash)
                                ? ApiKeyFailure.DEAD_API_KEY
                                : ApiKeyFailure.WRONG_API_KEY);
            }
            return key.alive(now) ? admit(key, now) : refused(ApiKeyFailure.DEAD_API_KEY);
        });
    }

    private Uni<Optional<KeyHolder>> admit(ApiKey key, Instant now) {
        return accounts.get(key.accountId).chain(owner -> {
            if (owner.banned(now)) {
                return refused(ApiKeyFailure.SUSPENDED_ACCOUNT);
            }
            Set<KeyScope> scopes = key.scopeSet();
            scopes.retainAll(KeyScope.within(owner.role()));
            return used(key, now).replaceWith(() -> Optional.of(new KeyHolder(key.id, owner, scopes)));
        });
    }

    private Uni<Void> used(ApiKey key, Instant now) {
        boolean known = key.lastUsedAt != null && now.isBefore(key.lastUsedAt.plus(USE_RESOLUTION));
        return known
                ? Uni.createFrom().voidItem()
                : keys.update("lastUsedAt = ?1 where id = ?2", now, key.id).replaceWithVoid();
    }

    private Uni<Optional<KeyHolder>> refused(ApiKeyFailure why) {
        SecurityLog.authenticationFailed(request.clientAddress(), why);
        return Uni.createFrom().item(Optional.empty());
    }

    private static Optional<UUID> keyId(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static AuditEntry entry(String action, UUID id) {
        return AuditEntry.of(action, "api-key", id.toString());
    }
}
