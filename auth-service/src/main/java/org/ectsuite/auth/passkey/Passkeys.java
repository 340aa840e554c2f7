package org.ectsuite.auth.passkey;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.account.Role;
import org.ectsuite.auth.factor.RecentProof;
import org.ectsuite.auth.notice.AccountEvent;
import org.ectsuite.auth.notice.AccountNotices;
import org.ectsuite.auth.session.EndReason;
import org.ectsuite.auth.session.Factor;
import org.ectsuite.auth.session.FactorKind;
import org.ectsuite.auth.session.Sessions;
import org.ectsuite.webedge.problem.ProblemException;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * The passkeys of people. A passkey is a way in beside the mailbox; where its authenticator has verified its owner, it shows as
 * much as mailbox and second factor together.
 */
@ApplicationScoped
public class Passkeys implements FactorKind {

    private static final String RELYING_PARTY_NAME = "ECT Suite";

    private final PasskeyRepository passkeys;
    private final Challenges challenges;
    private final PasskeyCheck check;
    private final Accounts accounts;
    private final Sessions sessions;
    private final RecentProof proof;
    private final AccountNotices notices;
    private final AuditTrail audit;
    private final PasskeyConfig config;
    private final Clock clock;

    Passkeys(
            PasskeyRepository passkeys,
            Challenges challenges,
            Accounts accounts,
            Sessions sessions,
            RecentProof proof,
            AccountNotices notices,
            AuditTrail audit,
            PasskeyConfig config,
            @ConfigProperty(name = "ect.public-url") String publicUrl,
            Clock clock) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.check = new PasskeyCheck(publicUrl);
        this.accounts = accounts;
        this.sessions = sessions;
        this.proof = proof;
        this.notices = notices;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** What pages tell authenticators about us: the host of the public origin. */
    public String relyingPartyId() {
        return check.relyingPartyId();
    }

    /** The ids of somebody's passkeys in base64url, for the page on which he is to show one. */
    @WithTransaction
    public Uni<List<String>> idsOf(UUID accountId) {
        return rows(accountId).map(Passkeys::ids);
    }

    /**
     * Looks at an authenticator's answer. Its challenge is used up in any case.
     *
     * @param holder for which the challenge was drawn
     * @param accountId whose passkey it must be; null: it says itself whose it is
     */
    @WithTransaction
    public Uni<PasskeyVerdict> verify(PasskeyAnswer answer, Purpose purpose, String holder, @Nullable UUID accountId) {
        return challenges
                .take(answer.ticket(), purpose, holder)
                .chain(challenge -> challenge.isEmpty()
                        ? verdict(new PasskeyVerdict.Stale())
                        // Locked: two answers of one authenticator come one after the other, and its counter tells.
                        : passkeys.find("credentialId = ?1", (Object) answer.credentialId())
                                .withLock(LockModeType.PESSIMISTIC_WRITE)
                                .firstResult()
                                .chain(row -> row != null && belongs(row, answer, accountId)
                                        ? verify(row, challenge.get(), answer)
                                        : verdict(new PasskeyVerdict.Wrong())));
    }

    /** Section 7.2, step 6. */
    private static boolean belongs(Passkey row, PasskeyAnswer answer, @Nullable UUID accountId) {
        byte[] handle = answer.userHandle();
        return accountId == null
                ? handle != null && Arrays.equals(handle, handle(row.accountId))
                : accountId.equals(row.accountId) && (handle == null || Arrays.equals(handle, handle(accountId)));
    }

    private Uni<PasskeyVerdict> verify(Passkey row, byte[] challenge, PasskeyAnswer answer) {
        return switch (check.shown(challenge, answer, row)) {
            case PasskeyCheck.Outcome.Right(PasskeyCheck.Shown shown) -> {
                row.signCount = shown.signCount();
                row.backedUp = shown.backedUp();
                row.verifies |= shown.verified();
                row.lastUsedAt = clock.instant();
                yield passkeys.flush()
                        .chain(() -> verdict(new PasskeyVerdict.Accepted(row.accountId, shown.verified())));
            }
            case PasskeyCheck.Outcome.Wrong() -> verdict(new PasskeyVerdict.Wrong());
            case PasskeyCheck.Outcome.Backwards() ->
                audit.record(entry("passkey.copied", row.id).actor(AuditActor.anonymous("web")))
                        .chain(() -> notices.tell(row.accountId, AccountEvent.PASSKEY_COPIED, row.name))
                        .chain(() -> verdict(new PasskeyVerdict.Copied()));
        };
    }

    @WithTransaction
    Uni<OwnPasskeys> list(UUID accountId) {
        return rows(accountId)
                .map(rows -> new OwnPasskeys(rows.stream().map(PasskeyView::of).toList()));
    }

    /** Tells the authenticator what to make. */
    @WithTransaction
    Uni<PasskeyInvitation> invite(UUID accountId, UUID sessionId) {
        return proof.require(sessionId)
                .chain(() -> rows(accountId))
                .invoke(this::refuseMany)
                .chain(rows -> accounts.get(accountId).map(account -> invitation(account, sessionId, rows)));
    }

    private PasskeyInvitation invitation(AccountView account, UUID sessionId, List<Passkey> known) {
        Challenge challenge = challenges.draw(Purpose.REGISTER, sessionId.toString());
        String email = account.email().text();
        return new PasskeyInvitation(
                challenge.ticket(),
                challenge.value(),
                check.relyingPartyId(),
                RELYING_PARTY_NAME,
                text(handle(account.id())),
                email,
                account.name().isEmpty() ? email : account.name(),
                PasskeyCheck.ALGORITHMS,
                ids(known),
                mustVerify(account) ? "required" : "preferred");
    }

    /**
     * Takes what the authenticator has made.
     *
     * @param challenge behind the ticket; empty if it is good no longer
     */
    @WithTransaction
    Uni<PasskeyView> add(UUID accountId, UUID sessionId, NewPasskey made, Optional<byte[]> challenge) {
        return proof.require(sessionId)
                .chain(() -> rows(accountId))
                .invoke(this::refuseMany)
                .chain(() -> accounts.get(accountId))
                .map(account -> challenge
                        .flatMap(value -> check.made(
                                value, bytes(made.clientData()), bytes(made.attestation()), mustVerify(account)))
                        .orElseThrow(() -> new ProblemException(
                                PasskeyProblem.PASSKEY_REFUSED, "Try again, and do not wait for too long.")))
                .chain(read -> store(accountId, sessionId, made.name().strip(), read));
    }

    private Uni<PasskeyView> store(UUID accountId, UUID sessionId, String name, PasskeyCheck.Made made) {
        Passkey row = new Passkey();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.accountId = accountId;
        row.name = name;
        row.credentialId = made.credentialId();
        row.credential = made.credential();
        row.signCount = made.signCount();
        row.verifies = made.verified();
        row.backupEligible = made.backupEligible();
        row.backedUp = made.backedUp();
        row.createdAt = clock.instant();
        PasskeyView view = PasskeyView.of(row);
        return passkeys.persistAndFlush(row)
                .onFailure(ConstraintViolationException.class)
                .transform(failure -> new ProblemException(
                        PasskeyProblem.PASSKEY_EXISTS, "This authenticator has a passkey for the suite already."))
                .chain(() -> made.verified()
                        ? shown(accountId, sessionId)
                        : Uni.createFrom().voidItem())
                .chain(() -> audit.record(entry("passkey.added", row.id).after(view)))
                .chain(() -> notices.tell(accountId, AccountEvent.PASSKEY_ADDED, name))
                .replaceWith(view);
    }

    /** To make it is to show it; whoever else is signed in to the account has yet to. */
    private Uni<Void> shown(UUID accountId, UUID sessionId) {
        return sessions.showed(sessionId, Factor.PASSKEY).chain(() -> sessions.factorAdded(accountId));
    }

    @WithTransaction
    Uni<Void> remove(UUID accountId, UUID sessionId, UUID id) {
        return proof.require(sessionId)
                .chain(() -> own(accountId, id))
                .chain(row -> passkeys.delete("id", id)
                        .chain(() -> sessions.factorRemoved(sessionId))
                        // Who removes one may have lost it: what it opened is closed.
                        .chain(() -> sessions.endOthers(accountId, sessionId, EndReason.FACTORS))
                        .chain(() -> audit.record(entry("passkey.removed", id).before(PasskeyView.of(row))))
                        .chain(() -> notices.tell(accountId, AccountEvent.PASSKEY_REMOVED, row.name)));
    }

    /** One passkey of somebody, locked. */
    private Uni<Passkey> own(UUID accountId, UUID id) {
        return passkeys.find("id = ?1 and accountId = ?2", id, accountId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("There is no such passkey."));
    }

    @Override
    @WithTransaction
    public Uni<Boolean> heldBy(UUID accountId) {
        return passkeys.count("accountId = ?1 and verifies = true", accountId).map(count -> count > 0);
    }

    @Override
    @WithTransaction
    public Uni<Boolean> takeFrom(UUID accountId) {
        return passkeys.delete("accountId", accountId).map(count -> count > 0);
    }

    private void refuseMany(List<Passkey> present) {
        if (present.size() >= config.perPerson()) {
            throw new ProblemException(
                    PasskeyProblem.TOO_MANY_PASSKEYS, "Remove a passkey that is not needed any more.");
        }
    }

    private Uni<List<Passkey>> rows(UUID accountId) {
        return passkeys.list("accountId = ?1 order by id desc", accountId);
    }

    /** What opens everything must not open for whoever picks it up. */
    private static boolean mustVerify(AccountView account) {
        return account.role() == Role.ADMIN;
    }

    private static List<String> ids(List<Passkey> rows) {
        return rows.stream().map(row -> text(row.credentialId)).toList();
    }

    private static byte[] handle(UUID accountId) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(accountId.getMostSignificantBits())
                .putLong(accountId.getLeastSignificantBits())
                .array();
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Of what the pattern of the request lets through; what is no base64url all the same is no answer either. */
    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static Uni<PasskeyVerdict> verdict(PasskeyVerdict verdict) {
        return Uni.createFrom().item(verdict);
    }

    private static AuditEntry entry(String action, UUID id) {
        return AuditEntry.of(action, "passkey", id.toString());
    }
}
