package org.ectsuite.local;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** Starts everything in the right order, and stops everything it started, and nothing else. */
final class Stack implements AutoCloseable {

    private final StackFolders folders;
    private final Ports ports;
    private final Progress progress;
    private final Clock clock;
    private final Processes processes;
    /** What to close, the last started first. */
    private final Deque<AutoCloseable> started = new ArrayDeque<>();

    private boolean closed;

    Stack(StackFolders folders, Ports ports, Progress progress, Clock clock) {
        this.folders = folders;
        this.ports = ports;
        this.progress = progress;
        this.clock = clock;
        this.processes = new Processes(folders.processes());
    }

    void start(String administrator, Map<String, String> settings, boolean declineNative, boolean demo)
            throws InterruptedException {
        folders.create();
        keep(StackClaim.on(folders));
        for (MediaLibrary library : MediaLibrary.values()) {
            createFolder(library);
        }
        for (String name : processes.endLeftovers()) {
            progress.note("ended " + name + ", left behind by an earlier run");
        }
        requireFreePorts();
        // Programs are looked for first: a missing one is known before anything has been started.
        Map<Service, Program> programs = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            programs.put(service, Program.of(service, folders.project(), declineNative));
        }
        StackSecrets secrets = StackSecrets.in(folders.secrets());
        MailCertificate certificate = MailCertificate.in(folders.secrets(), secrets.keyStorePassword());

        Instant since = clock.instant();
        Database database = keep(Database.start(folders, ports, secrets));
        processes.add("postgres", Database.process(folders));
        progress.done("PostgreSQL", since);

        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(8));
        keep(() -> Await.result(vertx.close()));
        since = clock.instant();
        keep(Mailbox.start(
                vertx,
                new MailStore(folders.mailbox(), clock),
                ports,
                certificate.sslContext(),
                secrets.smtpPassword()));
        progress.done("mailbox", since);

        if (demo) {
            DemoMedia.copyTo(folders.media());
        }
        ServiceEnvironment environment =
                new ServiceEnvironment(ports, secrets, folders, certificate, administrator, settings);
        Map<Service, ServiceRunner> runners = new EnumMap<>(Service.class);
        programs.forEach((service, program) -> runners.put(
                service,
                new ServiceRunner(
                        service,
                        program,
                        () -> environment.of(service, database),
                        folders,
                        ports,
                        processes,
                        progress)));
        since = clock.instant();
        for (ServiceRunner runner : runners.values()) {
            keep(runner::stop);
            runner.start();
        }
        for (ServiceRunner runner : runners.values()) {
            runner.awaitReady();
            progress.done(runner.service().programName() + " (" + runner.kind() + ")", since);
        }
        if (demo) {
            since = clock.instant();
            if (new DemoData(database, secrets).loadOnce()) {
                progress.done("demonstration data", since);
            }
        }
        since = clock.instant();
        keep(Gateway.start(vertx, folders, ports));
        keep(Control.start(vertx, ports, folders, secrets, runners));
        runners.values().forEach(ServiceRunner::superviseInBackground);
        progress.done("gateway", since);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (Exception e) {
                // The rest must end too.
                progress.warn(String.valueOf(e.getMessage()));
            }
        }
        processes.remove("postgres");
    }

    private <T extends AutoCloseable> T keep(T resource) {
        started.push(resource);
        return resource;
    }

    private void createFolder(MediaLibrary library) {
        try {
            Files.createDirectories(folders.media().resolve(library.folder()));
        } catch (IOException e) {
            throw new StackFailure("Cannot write to " + folders.media() + ".", e);
        }
    }

    private void requireFreePorts() {
        ports.all().forEach((port, user) -> {
            try (ServerSocket socket = new ServerSocket()) {
                socket.setReuseAddress(true);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException e) {
                throw new StackFailure(
                        "Port " + port + ", which " + user + " needs, is taken: stop the program that uses it"
                                + " (ss -ltnp 'sport = :" + port + "'), or move all ports with --port-offset 100.",
                        e);
            }
        });
    }
}
