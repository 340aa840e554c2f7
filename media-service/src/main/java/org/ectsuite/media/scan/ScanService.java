package org.ectsuite.media.scan;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.media.library.LibraryService;
import org.ectsuite.webedge.page.Cursor;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Scans as administrators ask for them and look at them. */
@ApplicationScoped
public class ScanService {

    private final ScanStore scans;
    private final ScanWorker worker;
    private final LibraryService libraries;

    ScanService(ScanStore scans, ScanWorker worker, LibraryService libraries) {
        this.scans = scans;
        this.worker = worker;
        this.libraries = libraries;
    }

    /** Asks for a scan of a library; when one waits already, that is it. */
    public Uni<ScanView> request(UUID library) {
        return libraries
                .require(library)
                .chain(configured -> scans.request(configured.id()))
                .invoke(worker::look);
    }

    /** How far a scan has come. */
    public Uni<ScanView> get(UUID id) {
        return scans.find(id).map(scan -> {
            if (scan == null) {
                throw ProblemException.notFound("There is no such scan.");
            }
            return scan;
        });
    }

    /** What a scan could not read. */
    public Uni<Page<ScanErrorView>> errors(UUID id, int limit, @Nullable String cursor) {
        UUID after = cursor == null ? null : uuid(Cursor.decode(cursor, 1).getFirst());
        return get(id).chain(scan -> scans.errors(id, after, limit + 1))
                .map(errors -> Page.of(
                        errors,
                        limit,
                        error -> Cursor.encode(error.id),
                        error -> new ScanErrorView(error.path, error.message)));
    }

    private static UUID uuid(String part) {
        try {
            return UUID.fromString(part);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not a cursor of this list");
        }
    }
}
