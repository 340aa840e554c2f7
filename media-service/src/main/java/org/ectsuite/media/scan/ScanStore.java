package org.ectsuite.media.scan;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Scans and folder signatures in the database. */
@ApplicationScoped
class ScanStore {

    private static final String ENQUEUE = """
        INSERT INTO scan (id, library_id, state, found, added, changed, moved, unchanged, missing, errors,
                          requested_at)
        VALUES (:id, :library, 'QUEUED', 0, 0, 0, 0, 0, 0, 0, :now)
        ON CONFLICT (library_id) WHERE state = 'QUEUED' DO NOTHING
        """;

    private static final String ENQUEUE_DUE = """
        INSERT INTO scan (id, library_id, state, found, added, changed, moved, unchanged, missing, errors,
                          requested_at)
        SELECT :id, :library, 'QUEUED', 0, 0, 0, 0, 0, 0, 0, :now
        WHERE NOT EXISTS (SELECT 1 FROM scan
                          WHERE library_id = :library AND state = 'DONE' AND requested_at > :recent)
        ON CONFLICT (library_id) WHERE state = 'QUEUED' DO NOTHING
        """;

    private static final String SAVE_FOLDER = """
        INSERT INTO scanned_folder (library_id, path, signature, files)
        VALUES (:library, :path, :signature, :files)
        ON CONFLICT (library_id, path) DO UPDATE SET signature = excluded.signature, files = excluded.files
        """;

    /** Several replicas that scan by the clock are content with one scan. */
    private static final Duration RECENT = Duration.ofMinutes(1);

    private final AuditTrail audit;
    private final Clock clock;

    ScanStore(AuditTrail audit, Clock clock) {
        this.audit = audit;
        this.clock = clock;
    }

    /** A folder as it was when it was last catalogued. */
    // Compared by nobody.
    @SuppressWarnings("ArrayRecordComponent")
    record StoredFolder(String path, byte[] signature, int files) {}

    /** Something that could not be read. */
    record Fault(String path, String message) {}

    /** Asks for a scan on somebody's behalf; when one waits already, that is it. */
    @WithTransaction
    Uni<ScanView> request(UUID library) {
        return Panache.getSession()
                .chain(session -> insert(session, ENQUEUE, library)
                        .executeUpdate()
                        .chain(inserted -> waiting(session, library)
                                .chain(scan -> inserted == 0
                                        ? Uni.createFrom().item(scan)
                                        : audit.record(AuditEntry.of("scan.requested", "library", library.toString())
                                                        .after(Map.of("scan", scan.id())))
                                                .replaceWith(scan))));
    }

    /** Asks for a scan by the clock, unless one waits or was done just now. */
    @WithTransaction
    Uni<Void> requestDue(UUID library) {
        return Panache.getSession()
                .chain(session -> insert(session, ENQUEUE_DUE, library)
                        .setParameter("recent", clock.instant().minus(RECENT))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** The configured libraries for which a scan waits, or was left behind by a service that died. */
    @WithSession
    Uni<List<UUID>> librariesWithWork() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT DISTINCT s.library_id FROM scan s JOIN library l ON l.id = s.library_id"
                                        + " WHERE s.state IN ('QUEUED', 'RUNNING') AND l.configured",
                                UUID.class)
                        .getResultList());
    }

    /** Starts the scan that waits; whoever calls this holds the library's lock, so one that runs has lost its service. */
    @WithTransaction
    Uni<Optional<UUID>> begin(UUID library) {
        return Panache.getSession()
                .chain(session -> session.createMutationQuery(
                                "update Scan set state = :failed, failure = :failure, finishedAt = :now"
                                        + " where libraryId = :library and state = :running")
                        .setParameter("failed", ScanState.FAILED)
                        .setParameter("failure", "the service stopped while it ran")
                        .setParameter("now", clock.instant())
                        .setParameter("library", library)
                        .setParameter("running", ScanState.RUNNING)
                        .executeUpdate()
                        .chain(() -> session.createQuery(
                                        "from Scan where libraryId = :library and state = :queued", Scan.class)
                                .setParameter("library", library)
                                .setParameter("queued", ScanState.QUEUED)
                                .getSingleResultOrNull())
                        .map(scan -> {
                            if (scan == null) {
                                return Optional.empty();
                            }
                            scan.state = ScanState.RUNNING;
                            scan.startedAt = clock.instant();
                            return Optional.of(scan.id);
                        }));
    }

    /** Notes how far a scan has come and what could not be read. */
    @WithTransaction
    Uni<Void> progress(UUID id, ScanCounts counts, List<Fault> faults) {
        return Panache.getSession()
                .chain(session -> session.find(Scan.class, id)
                        .invoke(scan -> scan.count(counts))
                        .chain(() -> session.persistAll(errors(id, faults))));
    }

    /** Ends a scan; with a failure when it could not be done. */
    @WithTransaction
    Uni<Void> end(UUID id, ScanCounts counts, @Nullable String failure) {
        return Panache.getSession()
                .chain(session -> session.find(Scan.class, id))
                .invoke(scan -> {
                    scan.count(counts);
                    scan.state = failure == null ? ScanState.DONE : ScanState.FAILED;
                    scan.failure = failure;
                    scan.finishedAt = clock.instant();
                })
                .replaceWithVoid();
    }

    /** Forgets old scans; each library keeps its last one. */
    @WithTransaction
    Uni<Integer> forgetOlderThan(Duration age) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "DELETE FROM scan s WHERE s.finished_at < :before AND EXISTS (SELECT 1 FROM scan later"
                                        + " WHERE later.library_id = s.library_id AND later.id > s.id)")
                        .setParameter("before", clock.instant().minus(age))
                        .executeUpdate());
    }

    @WithSession
    Uni<@Nullable ScanView> find(UUID id) {
        return Panache.getSession()
                .chain(session -> session.find(Scan.class, id))
                .map(scan -> scan == null ? null : scan.view());
    }

    /** What could not be read, in the order in which it was found. */
    @WithSession
    Uni<List<ScanError>> errors(UUID id, @Nullable UUID after, int limit) {
        return Panache.getSession()
                .chain(session -> session.createQuery(
                                "from ScanError where scanId = :scan and id > :after order by id", ScanError.class)
                        .setParameter("scan", id)
                        .setParameter("after", after == null ? new UUID(0, 0) : after)
                        .setMaxResults(limit)
                        .getResultList());
    }

    /** The folders of a library as they were when they were last catalogued, by path. */
    @WithSession
    Uni<Map<String, StoredFolder>> folders(UUID library) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT path, signature, files FROM scanned_folder WHERE library_id = :library",
                                Tuple.class)
                        .setParameter("library", library)
                        .getResultList())
                .map(rows -> {
                    Map<String, StoredFolder> folders = new HashMap<>();
                    for (Tuple row : rows) {
                        String path = row.get("path", String.class);
                        folders.put(
                                path,
                                new StoredFolder(
                                        path, row.get("signature", byte[].class), row.get("files", Integer.class)));
                    }
                    return folders;
                });
    }

    /** Notes the present state of folders whose items are all saved. */
    @WithTransaction
    Uni<Void> saveFolders(UUID library, Collection<StoredFolder> folders) {
        return Panache.getSession().chain(session -> {
            Uni<Void> done = Uni.createFrom().voidItem();
            for (StoredFolder folder : folders) {
                done = done.chain(() -> session.createNativeQuery(SAVE_FOLDER)
                        .setParameter("library", library)
                        .setParameter("path", folder.path())
                        .setParameter("signature", folder.signature())
                        .setParameter("files", folder.files())
                        .executeUpdate()
                        .replaceWithVoid());
            }
            return done;
        });
    }

    /** Forgets folders that are no longer there. */
    @WithTransaction
    Uni<Void> forgetFolders(UUID library, Collection<String> paths) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(
                                "DELETE FROM scanned_folder WHERE library_id = :library AND path IN (:paths)")
                        .setParameter("library", library)
                        .setParameter("paths", paths)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private Mutiny.MutationQuery insert(Mutiny.Session session, String sql, UUID library) {
        return session.createNativeQuery(sql)
                .setParameter("id", UuidCreator.getTimeOrderedEpoch())
                .setParameter("library", library)
                .setParameter("now", clock.instant());
    }

    private static Uni<ScanView> waiting(Mutiny.Session session, UUID library) {
        return session.createQuery("from Scan where libraryId = :library and state = :queued", Scan.class)
                .setParameter("library", library)
                .setParameter("queued", ScanState.QUEUED)
                .getSingleResult()
                .map(Scan::view);
    }

    private static Object[] errors(UUID scan, List<Fault> faults) {
        return faults.stream()
                .map(fault -> new ScanError(UuidCreator.getTimeOrderedEpoch(), scan, fault.path(), fault.message()))
                .toArray();
    }
}
