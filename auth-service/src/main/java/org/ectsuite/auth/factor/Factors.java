package org.ectsuite.auth.factor;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.notice.AccountEvent;
import org.ectsuite.auth.notice.AccountNotices;
import org.ectsuite.auth.session.EndReason;
import org.ectsuite.auth.session.Factor;
import org.ectsuite.auth.session.FactorKind;
import org.ectsuite.auth.session.FactorKinds;
import org.ectsuite.auth.session.Sessions;
import org.ectsuite.secrets.SecretBox;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The second factors of people. Who changes them must have shown himself a moment ago, is signed out everywhere else, and
 * is told by mail.
 */
@ApplicationScoped
public class Factors implements FactorKind {

    private static final int CODES = 10;

    private final TotpRepository authenticators;
    private final RecoveryCodeRepository codes;
    private final Accounts accounts;
    private final Sessions sessions;
    private final RecentProof proof;
    private final AccountNotices notices;
    private final AuditTrail audit;
    private final SecretBox box;
    private final FactorKinds kinds;
    private final FactorConfig config;
    private final AttemptPolicy attempts;
    private final Clock clock;
    // An instance field: a static one would be seeded when the native program is built.
    private final SecureRandom random = new SecureRandom();

    Factors(
            TotpRepository authenticators,
            RecoveryCodeRepository codes,
            Accounts accounts,
            Sessions sessions,
            RecentProof proof,
            AccountNotices notices,
            AuditTrail audit,
            SecretBox box,
            FactorKinds kinds,
            FactorConfig config,
            Clock clock) {
        this.authenticators = authenticators;
        this.codes = codes;
        this.accounts = accounts;
        this.sessions = sessions;
        this.proof = proof;
        this.notices = notices;
        this.audit = audit;
        this.box = box;
        this.kinds = kinds;
        this.config = config;
        this.attempts = new AttemptPolicy(config.freeAttempts(), config.firstPause(), config.longestPause());
        this.clock = clock;
    }

    /** Whether somebody has an authenticator. */
    @Override
    @WithTransaction
    public Uni<Boolean> heldBy(UUID accountId) {
        return authenticators
                .count("accountId = ?1 and confirmedAt is not null", accountId)
                .map(count -> count > 0);
    }

    /**
     * Looks at what somebody typed. A right code is used up, a wrong one counted.
     *
     * @param typed a code of the authenticator, or a recovery code
     */
    @WithTransaction
    public Uni<FactorVerdict> verify(UUID accountId, @Nullable String typed) {
        Instant now = clock.instant();
        Optional<TypedFactor> read = TypedFactor.parse(typed);
        return confirmed(accountId).chain(totp -> {
            if (totp.blockedUntil != null && now.isBefore(totp.blockedUntil)) {
                return verdict(new FactorVerdict.Paused(Duration.between(now, totp.blockedUntil)));
            }
            if (read.isEmpty()) {
                // Not an attempt: nothing was guessed.
                return verdict(new FactorVerdict.Wrong());
            }
            return switch (read.get()) {
                case TypedFactor.Code code -> judged(totp, take(totp, code, now) ? Factor.TOTP : null, now);
                case TypedFactor.Recovery recovery ->
                    take(accountId, recovery.code(), now)
                            .chain(taken -> judged(totp, taken ? Factor.RECOVERY_CODE : null, now));
            };
        });
    }

    private boolean take(Totp totp, TypedFactor.Code code, Instant now) {
        OptionalLong step = secret(totp).stepOf(code.digits(), now, totp.lastStep);
        step.ifPresent(used -> totp.lastStep = used);
        return step.isPresent();
    }

    private Uni<Boolean> take(UUID accountId, RecoveryCode code, Instant now) {
        return codes.update(
                        "usedAt = ?1 where accountId = ?2 and codeHash = ?3 and usedAt is null",
                        now,
                        accountId,
                        code.hash())
                .chain(rows -> rows == 0
                        ? Uni.createFrom().item(false)
                        : notices.tell(accountId, AccountEvent.RECOVERY_CODE_USED)
                                .replaceWith(true));
    }

    private Uni<FactorVerdict> judged(Totp totp, @Nullable Factor factor, Instant now) {
        totp.failures = factor == null ? totp.failures + 1 : 0;
        totp.blockedUntil = attempts.blockedUntil(totp.failures, now).orElse(null);
        return authenticators
                .flush()
                .chain(() -> verdict(factor == null ? new FactorVerdict.Wrong() : new FactorVerdict.Accepted(factor)));
    }

    private static Uni<FactorVerdict> verdict(FactorVerdict verdict) {
        return Uni.createFrom().item(verdict);
    }

    @WithTransaction
    Uni<SecondFactorView> view(UUID accountId) {
        return authenticators
                .find("accountId = ?1 and confirmedAt is not null", accountId)
                .firstResult()
                .chain(totp -> codes.count("accountId = ?1 and usedAt is null", accountId)
                        .map(left -> new SecondFactorView(totp == null ? null : totp.confirmedAt, left.intValue())));
    }

    /** Draws a secret, which counts for nothing until a code has confirmed it; an unconfirmed one is replaced. */
    @WithTransaction
    Uni<TotpSetUp> begin(UUID accountId, UUID sessionId) {
        Instant now = clock.instant();
        TotpSecret secret = TotpSecret.random(random);
        return proof.require(sessionId)
                .chain(() -> authenticators.findById(accountId, LockModeType.PESSIMISTIC_WRITE))
                .chain(known -> {
                    if (known != null && known.confirmedAt != null) {
                        throw exists();
                    }
                    Totp totp = known == null ? new Totp() : known;
                    totp.accountId = accountId;
                    totp.secretSealed = box.seal(secret.bytes(), context(accountId));
                    totp.createdAt = now;
                    totp.lastStep = 0;
                    totp.failures = 0;
                    totp.blockedUntil = null;
                    return authenticators.persistAndFlush(totp);
                })
                .chain(() -> audit.record(entry("second-factor.prepared", accountId)))
                .chain(() -> accounts.get(accountId))
                .map(account -> secret.uri(config.issuer(), account.email().text()))
                .map(uri -> new TotpSetUp(secret.text(), uri, QrPicture.of(uri)));
    }

    /** Makes the secret count, if the code shows that the authenticator has it. */
    @WithTransaction
    Uni<RecoveryCodes> confirm(UUID accountId, UUID sessionId, String typed) {
        Instant now = clock.instant();
        return proof.require(sessionId)
                .chain(() -> authenticators.findById(accountId, LockModeType.PESSIMISTIC_WRITE))
                .chain(totp -> {
                    if (totp == null) {
                        throw none();
                    }
                    if (totp.confirmedAt != null) {
                        throw exists();
                    }
                    boolean right = TypedFactor.parse(typed)
                            .filter(TypedFactor.Code.class::isInstance)
                            .map(TypedFactor.Code.class::cast)
                            .filter(code -> take(totp, code, now))
                            .isPresent();
                    if (!right) {
                        throw new ProblemException(
                                FactorProblem.WRONG_CODE,
                                "Type the code that the authenticator shows now. Is the clock of the device right?");
                    }
                    totp.confirmedAt = now;
                    return authenticators.flush();
                })
                .chain(() -> sessions.showed(sessionId, Factor.TOTP))
                .chain(() -> changed(accountId, sessionId, "second-factor.added", AccountEvent.SECOND_FACTOR_ADDED))
                .chain(() -> renew(accountId));
    }

    /** New recovery codes; the old ones are good for nothing. */
    @WithTransaction
    Uni<RecoveryCodes> renewCodes(UUID accountId, UUID sessionId) {
        return proof.require(sessionId)
                .chain(() -> confirmed(accountId))
                .chain(() ->
                        changed(accountId, sessionId, "recovery-codes.renewed", AccountEvent.RECOVERY_CODES_RENEWED))
                .chain(() -> renew(accountId));
    }

    @WithTransaction
    Uni<Void> remove(UUID accountId, UUID sessionId) {
        return proof.require(sessionId)
                .chain(() -> confirmed(accountId))
                .chain(totp -> forget(totp))
                .chain(() -> sessions.factorRemoved(sessionId))
                .chain(() ->
                        changed(accountId, sessionId, "second-factor.removed", AccountEvent.SECOND_FACTOR_REMOVED));
    }

    /** An administrator removes all factors of somebody who has lost them; his sessions end. */
    @WithTransaction
    Uni<Void> removeOf(UUID accountId) {
        return accounts.get(accountId)
                .chain(() -> kinds.takeFrom(accountId))
                .invoke(taken -> {
                    if (!taken) {
                        throw none();
                    }
                })
                .chain(() -> sessions.endAll(accountId, EndReason.FACTORS, null))
                .chain(() -> audit.record(entry("second-factor.removed", accountId)))
                .chain(() -> notices.tell(accountId, AccountEvent.SECOND_FACTOR_REMOVED));
    }

    @Override
    @WithTransaction
    public Uni<Boolean> takeFrom(UUID accountId) {
        return authenticators
                .find("accountId = ?1 and confirmedAt is not null", accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .chain(totp -> totp == null
                        ? Uni.createFrom().item(false)
                        : forget(totp).replaceWith(true));
    }

    private Uni<Void> forget(Totp totp) {
        return authenticators
                .delete("accountId", totp.accountId)
                .chain(() -> codes.delete("accountId", totp.accountId))
                .replaceWithVoid();
    }

    private Uni<Void> changed(UUID accountId, UUID sessionId, String action, AccountEvent event) {
        return sessions.endOthers(accountId, sessionId, EndReason.FACTORS)
                .chain(() -> audit.record(entry(action, accountId)))
                .chain(() -> notices.tell(accountId, event));
    }

    private Uni<RecoveryCodes> renew(UUID accountId) {
        List<String> shown = new ArrayList<>();
        List<RecoveryCodeRow> rows = new ArrayList<>();
        for (int i = 0; i < CODES; i++) {
            RecoveryCode code = RecoveryCode.random(random);
            RecoveryCodeRow row = new RecoveryCodeRow();
            row.id = UuidCreator.getTimeOrderedEpoch();
            row.accountId = accountId;
            row.codeHash = code.hash();
            rows.add(row);
            shown.add(code.grouped());
        }
        return codes.delete("accountId = ?1", accountId)
                .chain(() -> codes.persist(rows))
                .chain(codes::flush)
                .replaceWith(() -> new RecoveryCodes(List.copyOf(shown)));
    }

    /** The authenticator, locked: two attempts come one after the other. */
    private Uni<Totp> confirmed(UUID accountId) {
        return authenticators
                .find("accountId = ?1 and confirmedAt is not null", accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(Factors::none);
    }

    private TotpSecret secret(Totp totp) {
        return TotpSecret.of(box.open(totp.secretSealed, context(totp.accountId)));
    }

    private static ProblemException none() {
        return new ProblemException(FactorProblem.NO_SECOND_FACTOR, "The account has no second factor.");
    }

    private static ProblemException exists() {
        return new ProblemException(
                FactorProblem.SECOND_FACTOR_EXISTS, "Remove the present one before you set up another.");
    }

    private static AuditEntry entry(String action, UUID accountId) {
        return AuditEntry.of(action, "account", accountId.toString());
    }

    static String context(UUID accountId) {
        return "totp:" + accountId;
    }
}
