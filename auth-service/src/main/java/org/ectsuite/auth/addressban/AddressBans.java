package org.ectsuite.auth.addressban;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.notice.SecurityAlerts;
import org.ectsuite.auth.notice.SecurityEvent;
import org.ectsuite.tokensecurity.AuthenticationFailure;
import org.ectsuite.webedge.limit.ClientKey;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.request.TrustedProxies;
import org.jspecify.annotations.Nullable;

/**
 * Bans of client addresses. Failures count by address alone, never by account: nobody can lock somebody else out by failing in
 * his name. All replicas share the tables, so it does not matter which of them a client meets.
 */
@ApplicationScoped
class AddressBans {

    private static final String UNKNOWN = "unknown";
    /** Bans within this time of each other are told of by one mail. */
    private static final Duration ONE_BURST = Duration.ofMinutes(15);

    private final AddressFailureRepository failures;
    private final AddressBanRepository bans;
    private final TrustedProxies proxies;
    private final SecurityAlerts alerts;
    private final AuditTrail audit;
    private final AddressBanConfig config;
    private final BanRule rule;
    private final Clock clock;

    AddressBans(
            AddressFailureRepository failures,
            AddressBanRepository bans,
            TrustedProxies proxies,
            SecurityAlerts alerts,
            AuditTrail audit,
            AddressBanConfig config,
            Clock clock) {
        this.failures = failures;
        this.bans = bans;
        this.proxies = proxies;
        this.alerts = alerts;
        this.audit = audit;
        this.config = config;
        this.rule = new BanRule(config.failures(), config.period(), config.length());
        this.clock = clock;
    }

    /** Whether a failure may lead to a ban: an honest one does not, and a proxy's address stands for everybody. */
    boolean counts(AuthenticationFailure failure) {
        return rule.on() && !failure.honest() && bannable(failure.address());
    }

    private boolean bannable(String address) {
        return !address.equals(UNKNOWN) && !proxies.contain(address);
    }

    /** Counts a failure, and bans its network if it was one too many. What fails during a ban does not make it longer. */
    @WithTransaction
    Uni<Void> count(AuthenticationFailure failure) {
        Instant now = clock.instant();
        String network = ClientKey.of(failure.address());
        return failures.lock(network)
                .chain(() -> inForce(network, now))
                .chain(ban -> ban.isPresent()
                        ? Uni.createFrom().voidItem()
                        : failures.persistAndFlush(row(network, failure, now))
                                .chain(() -> failures.since(network, rule.since(now)))
                                .chain(counted -> rule.bannedUntil(counted.size(), now)
                                        .map(until -> ban(network, counted, until, now))
                                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private static AddressFailure row(String network, AuthenticationFailure failure, Instant now) {
        AddressFailure row = new AddressFailure();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.network = network;
        row.reason = failure.reason();
        row.at = now;
        return row;
    }

    private Uni<Void> ban(String network, List<AddressFailure> counted, Instant until, Instant now) {
        AddressBan ban = new AddressBan();
        ban.id = UuidCreator.getTimeOrderedEpoch();
        ban.network = network;
        ban.reasons = counted.stream().map(failure -> failure.reason).distinct().collect(Collectors.joining(" "));
        ban.failures = counted.size();
        ban.createdAt = now;
        ban.until = until;
        return bans.persistAndFlush(ban)
                // When the ban is over, they have done their work: counting begins anew.
                .chain(() -> failures.delete("network", network))
                .chain(() -> audit.record(entry("address-ban.imposed", ban).after(AddressBanView.of(ban, now))))
                .chain(() -> alert(ban));
    }

    /** Whoever fails from a thousand networks is one burst, not a thousand mails to each administrator. */
    private Uni<Void> alert(AddressBan ban) {
        return bans.count("createdAt > ?1 and id <> ?2", ban.createdAt.minus(ONE_BURST), ban.id)
                .chain(others -> others == 0
                        ? alerts.tell(SecurityEvent.FAILURE_BURST, ban.network)
                        : Uni.createFrom().voidItem());
    }

    /** When the ban of an address ends; empty if there is none. */
    @WithTransaction
    Uni<Optional<Instant>> bannedUntil(String address) {
        return rule.on() && bannable(address)
                ? inForce(ClientKey.of(address), clock.instant()).map(ban -> ban.map(found -> found.until))
                : Uni.createFrom().item(Optional.empty());
    }

    private Uni<Optional<AddressBan>> inForce(String network, Instant now) {
        return bans.find("network = ?1 and liftedAt is null and until > ?2 order by until desc", network, now)
                .firstResult()
                .map(Optional::ofNullable);
    }

    /** Newest first; one more than the limit, if there is one more. */
    @WithTransaction
    Uni<List<AddressBanView>> list(boolean past, @Nullable UUID before, int limit) {
        Instant now = clock.instant();
        List<String> conditions = new ArrayList<>(List.of("1 = 1"));
        Map<String, Object> parameters = new HashMap<>();
        if (!past) {
            conditions.add("liftedAt is null and until > :now");
            parameters.put("now", now);
        }
        if (before != null) {
            conditions.add("id < :before");
            parameters.put("before", before);
        }
        return bans.find(String.join(" and ", conditions) + " order by id desc", parameters)
                .range(0, limit)
                .list()
                .map(found ->
                        found.stream().map(ban -> AddressBanView.of(ban, now)).toList());
    }

    /** Ends a ban early; one that is over stays as it is. */
    @WithTransaction
    Uni<AddressBanView> lift(UUID id) {
        Instant now = clock.instant();
        return bans.findById(id, LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNull()
                .failWith(() -> ProblemException.notFound("There is no such ban."))
                .chain(ban -> {
                    AddressBanView before = AddressBanView.of(ban, now);
                    if (!ban.inForce(now)) {
                        return Uni.createFrom().item(before);
                    }
                    ban.liftedAt = now;
                    AddressBanView after = AddressBanView.of(ban, now);
                    return bans.flush()
                            .chain(() -> audit.record(entry("address-ban.lifted", ban)
                                    .before(before)
                                    .after(after)))
                            .replaceWith(after);
                });
    }

    private static AuditEntry entry(String action, AddressBan ban) {
        return AuditEntry.of(action, "address-ban", ban.id.toString());
    }

    @Scheduled(
            identity = "address-bans-clean-up",
            every = "10m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> cleanUp() {
        Instant now = clock.instant();
        return failures.delete("at <= ?1", rule.since(now))
                .chain(() -> bans.delete("until < ?1", now.minus(config.keep())))
                .replaceWithVoid();
    }
}
