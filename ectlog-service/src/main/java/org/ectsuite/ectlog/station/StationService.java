package org.ectsuite.ectlog.station;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

/** The stations that were ever heard. */
@ApplicationScoped
class StationService {

    /** As many as one looks through while a station waits for its acknowledgement. */
    static final int SUGGESTIONS = 10;

    /** Stations whose call holds the fragment, those heard last first. */
    @WithSession
    Uni<List<StationView>> suggest(String fragment) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                SELECT callsign, name, location, last_heard_at FROM station
                                WHERE callsign LIKE '%' || :fragment || '%'
                                ORDER BY last_heard_at DESC, callsign
                                LIMIT :limit
                                """, Tuple.class)
                        .setParameter("fragment", fragment.toUpperCase(Locale.ROOT))
                        .setParameter("limit", SUGGESTIONS)
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(row -> new StationView(
                                row.get("callsign", String.class),
                                row.get("name", String.class),
                                row.get("location", String.class),
                                row.get("last_heard_at", OffsetDateTime.class).toInstant()))
                        .toList());
    }
}
