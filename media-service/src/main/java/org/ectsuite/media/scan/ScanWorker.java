package org.ectsuite.media.scan;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.ectsuite.media.library.LibraryService;
import org.jboss.logging.Logger;

/** Takes scans that wait, one after the other, on a thread of its own: disks like it that way. */
@ApplicationScoped
class ScanWorker {

    private static final Logger LOG = Logger.getLogger(ScanWorker.class);

    /** After the libraries follow their configuration. */
    private static final int LATE = 4_000;

    private static final String OFF = "off";
    private static final long SECONDS_TO_END = 5;

    private final ScanStore scans;
    private final ScanRunner runner;
    private final ScanLock lock;
    private final LibraryService libraries;
    private final ScanConfig config;
    private final AtomicBoolean busy = new AtomicBoolean();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("media-scan").factory());

    ScanWorker(ScanStore scans, ScanRunner runner, ScanLock lock, LibraryService libraries, ScanConfig config) {
        this.scans = scans;
        this.runner = runner;
        this.lock = lock;
        this.libraries = libraries;
        this.config = config;
    }

    void start(@Observes @Priority(LATE) StartupEvent event) {
        if (!config.every().equalsIgnoreCase(OFF)) {
            await(this::requestAll);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.set(true);
        thread.shutdown();
        if (!thread.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    /** By the clock: each library once more. */
    @Scheduled(every = "{ect.media.scan.every}", identity = "media-scan-all")
    Uni<Void> requestAll() {
        return libraries.configured().chain(all -> {
            Uni<Void> done = Uni.createFrom().voidItem();
            for (LibraryService.Configured library : all) {
                done = done.chain(() -> scans.requestDue(library.id()));
            }
            return done;
        });
    }

    @Scheduled(every = "24H", delayed = "10M", identity = "media-scan-forget")
    Uni<Void> forget() {
        return scans.forgetOlderThan(config.keepScans()).replaceWithVoid();
    }

    /** Looks for scans that wait, here or because another replica asked for them. */
    @Scheduled(every = "{ect.media.scan.poll}", identity = "media-scan-poll")
    void look() {
        if (!stopping.get() && busy.compareAndSet(false, true)) {
            thread.execute(() -> {
                try {
                    work();
                } catch (RuntimeException e) {
                    // The database is away, for instance; the next look comes soon.
                    LOG.warnf("Scans that wait were not looked at: %s", e.getMessage());
                } finally {
                    busy.set(false);
                }
            });
        }
    }

    private void work() {
        List<UUID> waiting = await(scans::librariesWithWork);
        for (UUID library : waiting) {
            Optional<ScanLock.Held> held = stopping.get() ? Optional.empty() : lock.tryAcquire(library);
            if (held.isPresent()) {
                try (ScanLock.Held mine = held.get()) {
                    Optional<UUID> scan = await(() -> scans.begin(library));
                    if (scan.isPresent()) {
                        LibraryService.Configured configured = await(() -> libraries.require(library));
                        runner.run(configured, scan.get(), () -> stopping.get() || mine.isLost());
                    }
                }
            }
        }
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
}
