package org.ectsuite.webedge.request;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The time, for all who ask for a {@link Clock}; a test gives its own. */
@ApplicationScoped
class Clocks {

    /** UTC in ticks of a microsecond: what PostgreSQL keeps, so that a stored instant equals the one that was stored. */
    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    }
}
