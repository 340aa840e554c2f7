package org.ectsuite.media.library;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.webedge.problem.ProblemException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The libraries in the database: what the configuration says of them, and what a caller sees. */
@ApplicationScoped
public class LibraryService {

    // Any number that nothing else locks.
    private static final long START_LOCK = 0x6d656469615f6c69L;

    private static final String OVERVIEW = """
        SELECT l.id, l.key, l.name, l.kind, l.online,
               (SELECT count(*) FROM item i WHERE i.library_id = l.id AND i.status = 'PRESENT') AS item_count,
               s.id AS scan_id, s.state, s.found, s.changed, s.unchanged, s.missing, s.errors,
               s.started_at, s.finished_at
        FROM library l
             LEFT JOIN LATERAL (SELECT * FROM scan WHERE scan.library_id = l.id ORDER BY scan.id DESC LIMIT 1) s
             ON true
        WHERE %s
        ORDER BY l.name, l.id
        """.formatted(LibraryAccess.condition("l.id"));

    private final AuditTrail audit;
    private final Clock clock;
    private final String service;

    LibraryService(AuditTrail audit, Clock clock, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.audit = audit;
        this.clock = clock;
        this.service = service;
    }

    /** A library that is configured now. */
    public record Configured(UUID id, String key) {}

    /** The libraries that somebody with these roles sees, by name. */
    @WithSession
    public Uni<List<LibraryView>> visible(Set<String> roles) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OVERVIEW, Tuple.class)
                        .setParameter("roles", roles)
                        .getResultList())
                .map(rows -> rows.stream().map(LibraryService::view).toList());
    }

    /** All libraries that are configured. */
    @WithSession
    public Uni<List<Configured>> configured() {
        return Panache.getSession()
                .chain(session -> session.createQuery("from Library where configured order by key", Library.class)
                        .getResultList())
                .map(libraries -> libraries.stream()
                        .map(library -> new Configured(library.id, library.key))
                        .toList());
    }

    /** A configured library by its id; fails with a problem when there is none. */
    @WithSession
    public Uni<Configured> require(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(Library.class, id))
                .map(library -> {
                    if (library == null || !library.configured) {
                        throw ProblemException.notFound("There is no such library.");
                    }
                    return new Configured(library.id, library.key);
                });
    }

    /** Notes whether a library's folder can be reached. */
    @WithTransaction
    public Uni<Void> setOnline(UUID id, boolean online) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery("update Library set online = :online where id = :id")
                        .setParameter("online", online)
                        .setParameter("id", id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Makes the rows say what the configuration says; only what differs is written, and recorded. */
    @WithTransaction
    Uni<Void> follow(List<LibraryDefinition> definitions) {
        return Panache.getSession()
                .chain(session -> lock(session)
                        .chain(() -> session.createQuery("from Library", Library.class)
                                .getResultList())
                        .chain(libraries -> follow(session, definitions, libraries)));
    }

    /** Replicas that start at the same moment come here one after the other. */
    private static Uni<Void> lock(Mutiny.Session session) {
        return session.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(:lock)", Integer.class)
                .setParameter("lock", START_LOCK)
                .getSingleResult()
                .replaceWithVoid();
    }

    private Uni<Void> follow(Mutiny.Session session, List<LibraryDefinition> definitions, List<Library> libraries) {
        Map<String, Library> left = new HashMap<>();
        libraries.forEach(library -> left.put(library.key, library));
        List<Library> added = new ArrayList<>();
        List<AuditEntry> entries = new ArrayList<>();
        for (LibraryDefinition definition : definitions) {
            Library known = left.remove(definition.key());
            if (known != null && known.fits(definition)) {
                continue;
            }
            if (known == null) {
                Library library = new Library(UuidCreator.getTimeOrderedEpoch(), definition, clock.instant());
                added.add(library);
                entries.add(entry("library.configured", library, null));
            } else {
                LibrarySettings before = known.settings();
                known.follow(definition, clock.instant());
                entries.add(entry("library.configured", known, before));
            }
        }
        for (Library gone : left.values()) {
            if (gone.configured) {
                LibrarySettings before = gone.settings();
                gone.configured = false;
                gone.online = false;
                gone.updatedAt = clock.instant();
                entries.add(entry("library.removed", gone, before));
            }
        }
        Uni<Void> done = session.persistAll(added.toArray()).chain(session::flush);
        for (AuditEntry entry : entries) {
            done = done.chain(() -> audit.record(entry));
        }
        return done;
    }

    private AuditEntry entry(String action, Library library, @Nullable LibrarySettings before) {
        return AuditEntry.of(action, "library", library.id.toString())
                .actor(AuditActor.service(service))
                .before(before)
                .after(library.settings());
    }

    private static LibraryView view(Tuple row) {
        UUID scan = row.get("scan_id", UUID.class);
        String state = row.get("state", String.class);
        boolean online = row.get("online", Boolean.class);
        return new LibraryView(
                row.get("id", UUID.class),
                row.get("key", String.class),
                row.get("name", String.class),
                LibraryKind.valueOf(row.get("kind", String.class)),
                "RUNNING".equals(state)
                        ? LibraryStatus.SCANNING
                        : online ? LibraryStatus.ONLINE : LibraryStatus.OFFLINE,
                row.get("item_count", Number.class).longValue(),
                scan == null
                        ? null
                        : new LibraryView.LastScan(
                                scan,
                                state,
                                row.get("found", Integer.class),
                                row.get("changed", Integer.class),
                                row.get("unchanged", Integer.class),
                                row.get("missing", Integer.class),
                                row.get("errors", Integer.class),
                                instant(row.get("started_at")),
                                instant(row.get("finished_at"))));
    }

    private static @Nullable Instant instant(@Nullable Object timestamp) {
        return switch (timestamp) {
            case Instant instant -> instant;
            case OffsetDateTime time -> time.toInstant();
            case null -> null;
            default -> throw new IllegalStateException("No timestamp: " + timestamp.getClass());
        };
    }
}
