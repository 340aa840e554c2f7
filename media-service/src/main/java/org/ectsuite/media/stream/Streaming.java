package org.ectsuite.media.stream;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.media.item.ItemContent;
import org.ectsuite.media.item.ItemService;
import org.ectsuite.media.library.MediaRoot;
import org.ectsuite.media.library.MediaRoots;
import org.ectsuite.webedge.problem.ProblemException;

/** Finds the file of an item as it is at this moment. */
@ApplicationScoped
class Streaming {

    private final ItemService items;
    private final MediaRoots roots;

    Streaming(ItemService items, MediaRoots roots) {
        this.items = items;
        this.roots = roots;
    }

    /** An item's file that was just looked at. */
    record Open(ItemContent item, MediaRoot.Located file) {

        Validators validators() {
            return Validators.of(item.fingerprint(), file.size(), file.modifiedNanos());
        }
    }

    Uni<Open> open(Set<String> roles, UUID id) {
        return items.content(roles, id)
                // Disks may take their time.
                .emitOn(Infrastructure.getDefaultExecutor())
                .map(this::locate);
    }

    private Open locate(ItemContent item) {
        MediaRoot root = roots.find(item.libraryKey())
                .filter(known -> known.identity().isPresent())
                .orElseThrow(() -> new ProblemException(
                                StreamProblem.LIBRARY_OFFLINE, "The library's folder cannot be reached at the moment.")
                        .header("Retry-After", "60"));
        try {
            return new Open(item, root.locate(item.path()));
        } catch (IOException e) {
            // The reason may hold a path of the machine.
            throw new ProblemException(StreamProblem.FILE_MISSING, "The file was not found where it was catalogued.");
        }
    }
}
