package org.ectsuite.auth.device;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.client.ClientGrant;
import org.ectsuite.auth.client.Clients;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.consent.Consents;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.opaque.OpaqueTokens;
import org.ectsuite.auth.session.BrowserSession;
import org.ectsuite.auth.session.Client;
import org.ectsuite.auth.session.ClientSessions;
import org.ectsuite.auth.session.ClientTokens;
import org.ectsuite.auth.session.Sessions;

/** Devices without a browser, and the people who let them in from elsewhere. */
@ApplicationScoped
public class Devices implements PanacheRepositoryBase<DeviceRow, UUID> {

    private static final int MORE_SECONDS = 5;

    private final Clients clients;
    private final ClientSessions sessions;
    private final Sessions browserSessions;
    private final Consents consents;
    private final OpaqueTokens secrets;
    private final AuditTrail audit;
    private final DeviceConfig config;
    private final Clock clock;
    // An instance field: a static one would be seeded when the native program is built.
    private final SecureRandom random = new SecureRandom();

    Devices(
            Clients clients,
            ClientSessions sessions,
            Sessions browserSessions,
            Consents consents,
            OpaqueTokens secrets,
            AuditTrail audit,
            DeviceConfig config,
            Clock clock) {
        this.clients = clients;
        this.sessions = sessions;
        this.browserSessions = browserSessions;
        this.consents = consents;
        this.secrets = secrets;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    /** A device asks for its codes. */
    @WithTransaction
    public Uni<DeviceStart> begin(OAuthClient client, List<String> scopes) {
        Instant now = clock.instant();
        OpaqueToken device = secrets.next();
        UserCode user = UserCode.random(random);
        DeviceRow row = new DeviceRow();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.deviceHash = device.hash();
        row.userHash = user.hash();
        row.clientId = client.requireRegistration();
        row.scopes = String.join(" ", scopes);
        row.state = DeviceState.PENDING;
        row.createdAt = now;
        row.expiresAt = now.plus(config.life());
        row.pauseSeconds = (int) config.pause().toSeconds();
        return persistAndFlush(row).replaceWith(new DeviceStart(device, user.grouped(), config.life(), config.pause()));
    }

    /** A device asks whether its owner has agreed. */
    @WithTransaction
    public Uni<DeviceAnswer> ask(OpaqueToken deviceCode, OAuthClient client, Client asking) {
        return find("deviceHash", (Object) deviceCode.hash())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .chain(row -> row == null || !row.clientId.equals(client.registration())
                        ? Uni.createFrom().<DeviceAnswer>item(new DeviceAnswer.Unknown())
                        : ask(row, client, asking));
    }

    private Uni<DeviceAnswer> ask(DeviceRow row, OAuthClient client, Client asking) {
        Instant now = clock.instant();
        PollPolicy.Answer answer = PollPolicy.answer(row.waiting(), now);
        row.askedAt = now;
        if (answer == PollPolicy.Answer.SLOW_DOWN) {
            row.pauseSeconds += MORE_SECONDS;
        }
        return switch (answer) {
            case GIVE -> give(row, client, asking);
            case PENDING -> Uni.createFrom().item(new DeviceAnswer.Pending());
            case SLOW_DOWN -> Uni.createFrom().item(new DeviceAnswer.SlowDown());
            case DENIED -> Uni.createFrom().item(new DeviceAnswer.Denied());
            case EXPIRED -> Uni.createFrom().item(new DeviceAnswer.Expired());
            case USED -> Uni.createFrom().item(new DeviceAnswer.Unknown());
        };
    }

    private Uni<DeviceAnswer> give(DeviceRow row, OAuthClient client, Client asking) {
        row.state = DeviceState.USED;
        UUID approvedIn = row.sessionId;
        if (approvedIn == null) {
            throw new IllegalStateException("An approved device has an owner");
        }
        ClientSessions.Permission permission = new ClientSessions.Permission(
                row.clientId, approvedIn, row.scopeList(), client.audiences(), client.may(ClientGrant.REFRESH_TOKEN));
        return browserSessions
                .owner(approvedIn)
                .chain(owner -> owner.map(person -> consents.covers(person, row.clientId, row.scopeList()))
                        .orElseGet(() -> Uni.createFrom().item(false)))
                .chain(agreed -> agreed
                        ? sessions.open(permission, asking)
                        : Uni.createFrom().item(Optional.<ClientTokens>empty()))
                .call(this::flush)
                .map(opened -> opened.<DeviceAnswer>map(DeviceAnswer.Given::new)
                        // Its owner has signed out meanwhile, or taken back what he had agreed to.
                        .orElseGet(DeviceAnswer.Denied::new));
    }

    /** What comes of typing a code. */
    sealed interface Found {

        /** This device waits. */
        record Waiting(UserCode code, OAuthClient client, List<String> scopes) implements Found {}

        /** There is no such code, or not any more. */
        record Nothing() implements Found {}

        /** Somebody has typed too many that there are not. */
        record TooMany(Duration pause) implements Found {}
    }

    /** Somebody types a code. */
    @WithTransaction
    Uni<Found> find(UserCode code, BrowserSession session) {
        Instant now = clock.instant();
        return misses(session, now)
                .chain(missed -> missed >= config.misses()
                        ? Uni.createFrom().<Found>item(new Found.TooMany(config.life()))
                        : pending(code, now)
                                .chain(row -> row.map(found -> clients.find(found.clientId.toString())
                                                .map(client -> client.<Found>map(known ->
                                                                new Found.Waiting(code, known, found.scopeList()))
                                                        .orElseGet(Found.Nothing::new)))
                                        .orElseGet(() -> miss(session, now).replaceWith(new Found.Nothing()))));
    }

    private Uni<Optional<DeviceRow>> pending(UserCode code, Instant now) {
        return find("userHash = ?1 and state = ?2 and expiresAt > ?3", code.hash(), DeviceState.PENDING, now)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** Guesses of one person come one after the other, however many he sends at once. */
    private Uni<Long> misses(BrowserSession session, Instant now) {
        return getSession()
                .chain(database -> database.createNativeQuery(
                                "select cast(pg_advisory_xact_lock(hashtextextended(:key, 2)) as text)", String.class)
                        .setParameter("key", session.accountId().toString())
                        .getResultList()
                        .chain(() -> database.createNativeQuery(
                                        "select count(*) from device_code_miss where account_id = :account and at > :since",
                                        Long.class)
                                .setParameter("account", session.accountId())
                                .setParameter("since", now.minus(config.life()).atOffset(ZoneOffset.UTC))
                                .getSingleResult()));
    }

    private Uni<Void> miss(BrowserSession session, Instant now) {
        return getSession()
                .chain(database -> database.createNativeQuery(
                                "insert into device_code_miss (id, account_id, at) values (:id, :account, :at)")
                        .setParameter("id", UuidCreator.getTimeOrderedEpoch())
                        .setParameter("account", session.accountId())
                        .setParameter("at", now.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Somebody lets a device in or not; false if it does not wait any more. */
    @WithTransaction
    Uni<Boolean> decide(UserCode code, boolean agreed, BrowserSession session) {
        return pending(code, clock.instant()).chain(found -> {
            if (found.isEmpty()) {
                return Uni.createFrom().item(false);
            }
            DeviceRow row = found.get();
            row.state = agreed ? DeviceState.APPROVED : DeviceState.REFUSED;
            row.sessionId = agreed ? session.id() : null;
            return flush().chain(() -> audit.record(AuditEntry.of(
                                    agreed ? "device.approved" : "device.refused", "client", row.clientId.toString())
                            .actor(AuditActor.person(session.accountId().toString(), null, null, "web"))
                            .after(Map.of("scopes", row.scopeList()))))
                    .chain(() -> agreed
                            ? agree(row, session.accountId())
                            : Uni.createFrom().voidItem())
                    .replaceWith(true);
        });
    }

    /** So that the device stands in the list of what its owner has let in, and can be shown out. */
    private Uni<Void> agree(DeviceRow row, UUID accountId) {
        return consents.covers(accountId, row.clientId, row.scopeList())
                .chain(covered -> covered
                        ? Uni.createFrom().voidItem()
                        : consents.give(accountId, row.clientId, row.scopeList()));
    }

    @Scheduled(
            identity = "devices-clean-up",
            every = "10m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> cleanUp() {
        Instant longOver = clock.instant().minus(config.life());
        return delete("expiresAt < ?1", longOver)
                .chain(this::getSession)
                .chain(session -> session.createNativeQuery("delete from device_code_miss where at < :over")
                        .setParameter("over", longOver.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
