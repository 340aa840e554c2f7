package org.ectsuite.ectlog.operator;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.ectsuite.ectlog.station.Callsign;
import org.ectsuite.tokensecurity.Caller;
import org.jboss.logging.Logger;

/**
 * Learns from access tokens whose callsign is whose, so that a call that somebody else logs is linked to its account.
 * auth-service sees to it that a callsign belongs to one account at a time; whoever comes with it last has it.
 */
@ApplicationScoped
public class Operators {

    private static final Logger LOG = Logger.getLogger(Operators.class);

    private final Pool pool;
    private final Clock clock;

    /** What was written lately and need not be written again. */
    private final Cache<UUID, Operator> written = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofHours(1))
            .build();

    Operators(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    /** Remembers the caller's callsign; never fails and never waits. */
    public void remember(Caller caller) {
        Operator operator = Operator.of(caller);
        String callsign = operator.callsign();
        if (callsign == null || operator.equals(written.getIfPresent(operator.userId()))) {
            return;
        }
        Callsign.parse(callsign, false)
                .ifPresent(call -> pool.withTransaction(connection -> connection
                                .preparedQuery("DELETE FROM operator WHERE callsign = $1 AND user_id <> $2")
                                .execute(Tuple.of(call.base(), operator.userId()))
                                .chain(() -> connection
                                        .preparedQuery("""
                                        INSERT INTO operator (user_id, callsign, name, seen_at) VALUES ($1, $2, $3, $4)
                                        ON CONFLICT (user_id) DO UPDATE SET callsign = excluded.callsign,
                                            name = excluded.name, seen_at = excluded.seen_at
                                        """)
                                        .execute(Tuple.of(
                                                operator.userId(),
                                                call.base(),
                                                operator.name(),
                                                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)))))
                        .subscribe()
                        .with(
                                done -> written.put(operator.userId(), operator),
                                // Two windows at once may meet here; the next one brings it again.
                                failure -> LOG.debugf("A callsign was not remembered: %s", failure.getMessage())));
    }
}
