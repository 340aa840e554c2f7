package org.ectsuite.media.scan;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.ectsuite.media.item.ScannedFile;
import org.ectsuite.media.library.MediaRoot;
import org.ectsuite.media.metadata.EmbeddedMetadata;
import org.ectsuite.media.metadata.ItemDescription;
import org.ectsuite.media.metadata.MediaFormat;
import org.ectsuite.media.metadata.MetadataReader;
import org.ectsuite.media.metadata.PathRules;
import org.ectsuite.media.metadata.ReadLimits;
import org.ectsuite.media.metadata.UnreadableMediaException;
import org.jspecify.annotations.Nullable;

/**
 * Opens files and reads what they say, several at a time. A file that cannot be understood is catalogued by its name; one
 * that cannot be opened, or on which a disk hangs, is left for the next scan. Blocking.
 */
final class FileReading {

    private static final String HANGS = "cannot be read: the disk does not answer";

    private final MediaRoot root;
    private final ScanConfig config;
    private final MetadataReader reader;
    private final PathRules rules;
    private final Clock clock;

    FileReading(MediaRoot root, ScanConfig config, Clock clock) {
        this.root = root;
        this.config = config;
        this.reader = new MetadataReader(config.zone());
        this.rules = new PathRules(config.zone());
        this.clock = clock;
    }

    /** What came of one file: it was read, with or without a fault, or it could not even be opened. */
    sealed interface Result {

        record Read(ScannedFile file) implements Result {}

        record Failed(String path, String reason) implements Result {}
    }

    private record Started(FolderComparison.ToRead file, Future<Result> future) {}

    /** Reads all files and hands over the results in order, until {@code stopped}. */
    void read(Collection<FolderComparison.ToRead> files, BooleanSupplier stopped, Consumer<Result> results)
            throws InterruptedException {
        // A thread for each file: one on which a disk hangs is given up and takes no place from the others.
        ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().daemon().name("media-reader-", 0).factory());
        try {
            Deque<Started> running = new ArrayDeque<>();
            for (FolderComparison.ToRead file : files) {
                if (stopped.getAsBoolean()) {
                    break;
                }
                running.add(new Started(file, threads.submit(() -> read(file))));
                if (running.size() >= config.readers()) {
                    results.accept(await(running.removeFirst()));
                }
            }
            while (!running.isEmpty()) {
                results.accept(await(running.removeFirst()));
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Result await(Started started) throws InterruptedException {
        // The reader watches the time itself; this is for calls that do not come back.
        Duration patience = config.readTime().multipliedBy(2);
        try {
            return started.future.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            started.future.cancel(true);
            return new Result.Failed(started.file.path(), HANGS);
        } catch (ExecutionException e) {
            // Only errors of the machine itself come this way: no memory, no threads.
            throw new IllegalStateException(e.getCause());
        }
    }

    private Result read(FolderComparison.ToRead file) {
        String path = file.path();
        MediaFormat format = MediaFormat.ofFileName(file.file().name()).orElseThrow();
        try (SeekableByteChannel channel = root.open(path)) {
            byte[] fingerprint = Fingerprint.of(channel);
            EmbeddedMetadata embedded = EmbeddedMetadata.NONE;
            String fault = null;
            try {
                embedded = reader.read(format, channel, new ReadLimits(config.readBytes(), config.readTime(), clock));
            } catch (UnreadableMediaException e) {
                fault = e.getMessage();
            } catch (RuntimeException | StackOverflowError e) {
                // A defect of a reader must not stop the scan; it is seen in the list of errors.
                fault = "cannot be understood: " + e.getClass().getSimpleName();
            }
            return new Result.Read(scanned(file, format, fingerprint, embedded, fault));
        } catch (IOException e) {
            return new Result.Failed(path, LibraryWalk.reason(e));
        }
    }

    private ScannedFile scanned(
            FolderComparison.ToRead file,
            MediaFormat format,
            byte[] fingerprint,
            EmbeddedMetadata embedded,
            @Nullable String fault) {
        return new ScannedFile(
                file.knownId(),
                file.path(),
                file.file().size(),
                file.file().modifiedNanos(),
                fingerprint,
                ItemDescription.of(format, rules.read(file.path()), embedded),
                fault);
    }
}
