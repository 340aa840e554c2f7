package org.ectsuite.media.scan;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.ectsuite.media.item.ItemCatalogue;
import org.ectsuite.media.item.KnownFile;
import org.ectsuite.media.item.ScannedFile;
import org.ectsuite.media.library.LibraryService;
import org.ectsuite.media.library.MediaRoot;
import org.ectsuite.media.library.MediaRoots;
import org.jboss.logging.Logger;

/** Carries out one scan, from the first look at the root to the last row. Blocking; runs on the scan thread. */
@ApplicationScoped
class ScanRunner {

    private static final Logger LOG = Logger.getLogger(ScanRunner.class);

    private static final int BATCH = 50;
    private static final Duration BETWEEN_PROGRESS = Duration.ofMillis(500);

    private final ScanStore scans;
    private final ItemCatalogue catalogue;
    private final LibraryService libraries;
    private final MediaRoots roots;
    private final ScanConfig config;
    private final Clock clock;

    ScanRunner(
            ScanStore scans,
            ItemCatalogue catalogue,
            LibraryService libraries,
            MediaRoots roots,
            ScanConfig config,
            Clock clock) {
        this.scans = scans;
        this.catalogue = catalogue;
        this.libraries = libraries;
        this.roots = roots;
        this.config = config;
        this.clock = clock;
    }

    /** A reason to end a scan without touching the catalogue any further; its message is shown to administrators. */
    private static final class ScanFailure extends Exception {

        private static final long serialVersionUID = 1;

        ScanFailure(String message) {
            super(message);
        }
    }

    /** Scans a library; {@code stopped} ends it early. */
    void run(LibraryService.Configured library, UUID scan, BooleanSupplier stopped) {
        Progress progress = new Progress(scan);
        String failure = null;
        try {
            MediaRoot root =
                    roots.find(library.key()).orElseThrow(() -> new ScanFailure("the library is not configured"));
            boolean reachable = false;
            try {
                demandRoot(root, library);
                reachable = true;
            } finally {
                boolean online = reachable;
                await(() -> libraries.setOnline(library.id(), online));
            }
            scan(library.id(), root, stopped, progress);
            if (stopped.getAsBoolean()) {
                throw new ScanFailure("the service stopped while it ran");
            }
        } catch (ScanFailure e) {
            failure = e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            failure = "the service stopped while it ran";
        } catch (RuntimeException e) {
            // The queue of scans goes on; this one is marked, and the log has the details.
            LOG.errorf(e, "Scan %s of library %s failed", scan, library.key());
            failure = "failed unexpectedly; the log says more";
        }
        String reason = failure;
        List<ScanStore.Fault> faults = progress.takeFaults();
        await(() -> scans.progress(scan, progress.counts, faults));
        await(() -> scans.end(scan, progress.counts, reason));
        if (reason == null) {
            LOG.debugf("Library %s scanned: %s", library.key(), progress.counts);
        } else {
            LOG.warnf("Scan of library %s failed: %s", library.key(), reason);
        }
    }

    /** An unmounted disk leaves an empty folder behind; that must not empty the catalogue. */
    private void demandRoot(MediaRoot root, LibraryService.Configured library) throws ScanFailure {
        Path directory;
        boolean empty;
        try {
            directory = root.directory();
            if (root.identity().isEmpty()) {
                throw new ScanFailure("the root is missing; nothing was touched");
            }
            empty = LibraryWalk.isEmpty(directory);
        } catch (IOException e) {
            throw new ScanFailure("the root is missing or cannot be read; nothing was touched");
        }
        if (empty && !await(() -> catalogue.folders(library.id())).isEmpty()) {
            throw new ScanFailure("the root is empty and the catalogue is not; nothing was touched");
        }
        String objection = roots.objection(root).orElse(null);
        if (objection != null) {
            throw new ScanFailure(objection);
        }
    }

    private void scan(UUID library, MediaRoot root, BooleanSupplier stopped, Progress progress)
            throws ScanFailure, InterruptedException {
        Object identity = root.identity().orElseThrow(() -> new ScanFailure("the root went away"));
        Map<String, ScanStore.StoredFolder> before = await(() -> scans.folders(library));
        Findings findings = new Findings(library, before, progress);
        Path directory;
        try {
            directory = root.directory();
        } catch (IOException e) {
            throw new ScanFailure("the root went away");
        }
        new LibraryWalk(directory, config.maxDepth(), stopped).walk(findings);
        if (stopped.getAsBoolean()) {
            return;
        }
        if (!root.identity().filter(identity::equals).isPresent()) {
            throw new ScanFailure("the root went away during the scan; nothing was marked missing");
        }
        markMissing(library, findings, progress);
        readFiles(library, root, findings, stopped, progress);
        if (stopped.getAsBoolean()) {
            return;
        }
        finish(library, before, findings);
    }

    private void markMissing(UUID library, Findings findings, Progress progress) {
        for (String folder : await(() -> catalogue.folders(library))) {
            if (!findings.seen.contains(folder) && !findings.isUnknown(folder)) {
                int gone = await(() -> catalogue.markFolderMissing(library, folder));
                progress.counts = progress.counts.plusMissing(gone);
            }
        }
        for (List<UUID> some : batches(findings.gone)) {
            int gone = await(() -> catalogue.markMissing(some));
            progress.counts = progress.counts.plusMissing(gone);
        }
        for (List<UUID> some : batches(findings.returned)) {
            await(() -> catalogue.markPresent(some));
        }
        progress.save();
    }

    private void readFiles(UUID library, MediaRoot root, Findings findings, BooleanSupplier stopped, Progress progress)
            throws InterruptedException {
        List<ScannedFile> batch = new ArrayList<>();
        new FileReading(root, config, clock).read(findings.toRead, stopped, result -> {
            switch (result) {
                case FileReading.Result.Read(ScannedFile file) -> {
                    batch.add(file);
                    if (file.fault() != null) {
                        progress.fault(file.path(), file.fault());
                    }
                }
                case FileReading.Result.Failed(String path, String reason) -> {
                    findings.unknown.add(path);
                    progress.fault(path, reason);
                }
            }
            if (batch.size() >= BATCH || (!batch.isEmpty() && progress.isDue())) {
                save(library, batch, progress);
            }
        });
        if (!batch.isEmpty()) {
            save(library, batch, progress);
        }
    }

    private void save(UUID library, List<ScannedFile> batch, Progress progress) {
        List<ScannedFile> files = List.copyOf(batch);
        batch.clear();
        ItemCatalogue.Saved saved = await(() -> catalogue.save(library, files));
        progress.counts = progress.counts
                .plusSaved(saved.added(), saved.changed(), saved.moved())
                .minusMissing(saved.moved());
        progress.save();
    }

    /** Only now, since all their items are saved, folders count as catalogued. */
    private void finish(UUID library, Map<String, ScanStore.StoredFolder> before, Findings findings) {
        List<ScanStore.StoredFolder> complete = findings.changed.stream()
                .filter(folder -> !findings.holdsUnknown(folder.path()))
                .toList();
        for (List<ScanStore.StoredFolder> some : batches(complete)) {
            await(() -> scans.saveFolders(library, some));
        }
        List<String> vanished = before.keySet().stream()
                .filter(path -> !findings.seen.contains(path) && !findings.isUnknown(path))
                .toList();
        for (List<String> some : batches(vanished)) {
            await(() -> scans.forgetFolders(library, some));
        }
        await(() -> catalogue.prune(library, clock.instant().minus(config.grace())));
    }

    private static <T> List<List<T>> batches(List<T> all) {
        List<List<T>> batches = new ArrayList<>();
        for (int from = 0; from < all.size(); from += BATCH) {
            batches.add(all.subList(from, Math.min(all.size(), from + BATCH)));
        }
        return batches;
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /** The numbers of a scan that runs, saved now and then. */
    private final class Progress {

        private final UUID scan;
        private final List<ScanStore.Fault> faults = new ArrayList<>();
        private ScanCounts counts = ScanCounts.ZERO;
        private Instant saved = Instant.MIN;

        Progress(UUID scan) {
            this.scan = scan;
        }

        void fault(String path, String message) {
            faults.add(new ScanStore.Fault(path, message));
            counts = counts.plusErrors(1);
        }

        boolean isDue() {
            return clock.instant().isAfter(saved.plus(BETWEEN_PROGRESS));
        }

        void saveIfDue() {
            if (isDue()) {
                save();
            }
        }

        void save() {
            saved = clock.instant();
            List<ScanStore.Fault> some = takeFaults();
            await(() -> scans.progress(scan, counts, some));
        }

        List<ScanStore.Fault> takeFaults() {
            List<ScanStore.Fault> some = List.copyOf(faults);
            faults.clear();
            return some;
        }
    }

    /** What the walk has found, compared with the catalogue folder by folder. */
    private final class Findings implements LibraryWalk.Visitor {

        private final UUID library;
        private final Map<String, ScanStore.StoredFolder> before;
        private final Progress progress;
        private final Set<String> seen = new HashSet<>();
        private final Set<String> unknown = new HashSet<>();
        private final List<FolderComparison.ToRead> toRead = new ArrayList<>();
        private final List<UUID> gone = new ArrayList<>();
        private final List<UUID> returned = new ArrayList<>();
        private final List<ScanStore.StoredFolder> changed = new ArrayList<>();

        Findings(UUID library, Map<String, ScanStore.StoredFolder> before, Progress progress) {
            this.library = library;
            this.before = new HashMap<>(before);
            this.progress = progress;
        }

        @Override
        public void folder(FolderListing listing) {
            seen.add(listing.path());
            int files = listing.files().size();
            progress.counts = progress.counts.plusFound(files);
            byte[] signature = listing.signature();
            ScanStore.StoredFolder known = before.get(listing.path());
            if (known != null && Arrays.equals(known.signature(), signature)) {
                progress.counts = progress.counts.plusUnchanged(files);
            } else {
                compare(listing, signature);
            }
            progress.saveIfDue();
        }

        @Override
        public void unreadable(String path, String reason) {
            unknown.add(path);
            progress.fault(path, reason);
        }

        /** Whether nobody knows what is at a path, since it or a folder above could not be read. */
        boolean isUnknown(String path) {
            if (unknown.isEmpty()) {
                return false;
            }
            for (String above = path; ; above = above.substring(0, above.lastIndexOf('/'))) {
                if (unknown.contains(above)) {
                    return true;
                }
                if (above.indexOf('/') < 0) {
                    return unknown.contains("");
                }
            }
        }

        /** Whether something directly in a folder could not be read. */
        boolean holdsUnknown(String folder) {
            return unknown.stream()
                    .anyMatch(path ->
                            folder.equals(path.indexOf('/') < 0 ? "" : path.substring(0, path.lastIndexOf('/'))));
        }

        private void compare(FolderListing listing, byte[] signature) {
            List<KnownFile> known = await(() -> catalogue.known(library, listing.path()));
            FolderComparison comparison = FolderComparison.of(listing, known);
            progress.counts = progress.counts.plusUnchanged(comparison.unchanged());
            toRead.addAll(comparison.toRead());
            returned.addAll(comparison.returned());
            comparison.gone().stream()
                    .filter(file -> !isUnknown(listing.child(file.fileName())))
                    .map(KnownFile::id)
                    .forEach(gone::add);
            changed.add(new ScanStore.StoredFolder(
                    listing.path(), signature, listing.files().size()));
        }
    }
}
