package org.ectsuite.local;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Runs one service: starts its program, tells when it is ready, starts it again if it dies, stops it. */
final class ServiceRunner {

    private static final Duration READY_WITHIN = Duration.ofMinutes(3);
    private static final long POLL_MILLIS = 150;
    private static final int OK = 200;
    private static final Duration[] PAUSES = {
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofSeconds(30)
    };

    private final Service service;
    private final Program program;
    private final Supplier<Map<String, String>> environment;
    private final StackFolders folders;
    private final Ports ports;
    private final Processes processes;
    private final Progress progress;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private @Nullable Process process;
    private boolean wanted;
    private int deaths;

    ServiceRunner(
            Service service,
            Program program,
            Supplier<Map<String, String>> environment,
            StackFolders folders,
            Ports ports,
            Processes processes,
            Progress progress) {
        this.service = service;
        this.program = program;
        this.environment = environment;
        this.folders = folders;
        this.ports = ports;
        this.processes = processes;
        this.progress = progress;
    }

    Service service() {
        return service;
    }

    String kind() {
        return program.kind();
    }

    synchronized void start() {
        if (process != null && process.isAlive()) {
            return;
        }
        Path home = folders.run().resolve(service.programName());
        File log = folders.log(service.programName()).toFile();
        try {
            Files.createDirectories(home);
            ProcessBuilder builder = new ProcessBuilder(program.command());
            builder.directory(home.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment.get());
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log));
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            Process started = builder.start();
            process = started;
            wanted = true;
            processes.add(service.programName(), started.toHandle());
        } catch (IOException e) {
            throw new StackFailure(service.programName() + " cannot be started: " + e.getMessage() + ".", e);
        }
    }

    /** Waits until the service says that it is ready; fails with one line if it dies before, or takes too long. */
    void awaitReady() throws InterruptedException {
        Process awaited = current();
        Instant deadline = progress.now().plus(READY_WITHIN);
        while (!ready()) {
            if (awaited.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new StackFailure(service.programName() + " ended at start with exit code " + awaited.exitValue()
                        + ": the end of " + folders.log(service.programName()) + " says why.");
            }
            if (progress.now().isAfter(deadline)) {
                throw new StackFailure(service.programName() + " is not ready after " + READY_WITHIN.toMinutes()
                        + " minutes: see " + folders.log(service.programName()) + ".");
            }
        }
    }

    /** From now on a death is noticed and the program started again, each time after a longer pause. */
    void superviseInBackground() {
        Thread.ofVirtual().name("watch-" + service.programName()).start(this::supervise);
    }

    synchronized void stop() {
        wanted = false;
        Process running = process;
        if (running != null) {
            Processes.end(running.toHandle());
            processes.remove(service.programName());
            process = null;
        }
    }

    /** Starts the service anew, with the settings of now; returns when it is ready. */
    void restart() throws InterruptedException {
        stop();
        start();
        awaitReady();
        superviseInBackground();
    }

    /**
     * Has the service's program do something else than serve, with the same settings and beside the one that serves.
     *
     * @return what it said
     * @throws StackFailure if it did not end well
     */
    String command(List<String> arguments) throws InterruptedException {
        List<String> line = new ArrayList<>(program.command());
        line.addAll(arguments);
        try {
            ProcessBuilder builder = new ProcessBuilder(line);
            builder.directory(folders.run().resolve(service.programName()).toFile());
            builder.environment().clear();
            builder.environment().putAll(environment.get());
            builder.redirectErrorStream(true);
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
            Process process = builder.start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new StackFailure(service.programName() + " " + String.join(" ", arguments) + ": " + said);
            }
            return said;
        } catch (IOException e) {
            throw new StackFailure(service.programName() + " cannot be started: " + e.getMessage() + ".", e);
        }
    }

    private void supervise() {
        try {
            while (true) {
                Process watched = current();
                watched.waitFor();
                Duration pause = noteDeath(watched);
                if (pause.isZero()) {
                    return;
                }
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
                synchronized (this) {
                    if (!wanted) {
                        return;
                    }
                    start();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns how long to wait before the next start; zero if the program was meant to end. */
    private synchronized Duration noteDeath(Process dead) {
        // A program that was started anew has somebody else who watches.
        if (!wanted || dead != process) {
            return Duration.ZERO;
        }
        Duration pause = PAUSES[Math.min(deaths, PAUSES.length - 1)];
        deaths++;
        progress.warn(service.programName() + " ended unexpectedly with exit code " + dead.exitValue()
                + "; it is started again in " + pause.toSeconds() + " s. Log: " + folders.log(service.programName()));
        return pause;
    }

    private synchronized Process current() {
        if (process == null) {
            throw new StackFailure(service.programName() + " has not been started.");
        }
        return process;
    }

    private boolean ready() throws InterruptedException {
        URI health = URI.create("http://127.0.0.1:" + ports.management(service) + "/q/health/ready");
        try {
            HttpRequest request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        }
    }
}
