package org.ectsuite.local;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Lets another terminal of the same person stop and start single services of a running stack, change its keys, and break
 * the glass. It listens on loopback only, and takes only requests with the key that the stack's owner alone can read.
 */
final class Control implements AutoCloseable {

    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int FAILED = 500;
    private static final int OK = 200;
    /** Changing all keys starts every service twice. */
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    /** In bytes; no mail address is longer. */
    private static final long LONGEST_BODY = 1000;

    private static final String KEY_HEADER = "X-Control-Key";

    private final HttpServer server;

    private Control(HttpServer server) {
        this.server = server;
    }

    static Control start(
            Vertx vertx, Ports ports, StackFolders folders, StackSecrets secrets, Map<Service, ServiceRunner> runners) {
        String key = secrets.controlKey();
        KeyChange change = new KeyChange(secrets, runners);
        Router router = Router.router(vertx);
        // First of all, or the body would have gone by.
        router.post("/break-glass").handler(BodyHandler.create(false).setBodyLimit(LONGEST_BODY));
        router.route().blockingHandler(context -> {
            if (allowed(context, key)) {
                context.next();
            } else {
                context.response().setStatusCode(FORBIDDEN).end("Wrong key.");
            }
        });
        router.post("/break-glass").blockingHandler(context -> answer(context, () -> breakGlass(context, runners)));
        router.post("/keys/secrets").blockingHandler(context -> answer(context, change::secrets));
        router.post("/keys/signing").blockingHandler(context -> answer(context, () -> change.signing(false)));
        router.post("/keys/signing/revoke-all").blockingHandler(context -> answer(context, () -> change.signing(true)));
        router.post("/services/:name/:verb").blockingHandler(context -> handle(context, runners));
        HttpServer server = Await.result(vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1"))
                .requestHandler(router)
                .listen(ports.control()));
        try {
            Files.writeString(folders.control(), ports.control() + "\n" + key + "\n");
        } catch (IOException e) {
            throw new StackFailure("Cannot write " + folders.control() + ".", e);
        }
        return new Control(server);
    }

    /** Asks the stack that runs with the given folders to stop or start a service; returns when it has. */
    static void ask(StackFolders folders, Service service, String verb) {
        ask(folders, "/services/" + service.shortName() + "/" + verb);
    }

    /** Asks the stack that runs with the given folders for a code that lets an administrator in; returns what it says. */
    static String breakGlass(StackFolders folders, String address) {
        return ask(folders, "/break-glass", address);
    }

    /** Asks the stack that runs with the given folders to turn its signing keys; returns what it says. */
    static String turnSigningKeys(StackFolders folders, boolean revokeAll) {
        return ask(folders, "/keys/signing" + (revokeAll ? "/revoke-all" : ""));
    }

    /** Asks the stack that runs with the given folders to seal its secrets under new keys; returns what it says. */
    static String changeSecrets(StackFolders folders) {
        return ask(folders, "/keys/secrets");
    }

    private static String ask(StackFolders folders, String path) {
        return ask(folders, path, "");
    }

    private static String ask(StackFolders folders, String path, String body) {
        try {
            String[] lines = Files.readString(folders.control()).split("\n", 3);
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + lines[0] + path))
                    .header(KEY_HEADER, lines[1])
                    .timeout(PATIENCE)
                    .POST(HttpRequest.BodyPublishers.ofString(body))
                    .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() != OK) {
                    throw new StackFailure(response.body());
                }
                return response.body();
            }
        } catch (IOException e) {
            throw new StackFailure("No stack runs with " + folders.data() + ": start one with ./ect up.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("Interrupted.", e);
        }
    }

    @Override
    public void close() {
        Await.result(server.close());
    }

    private static boolean allowed(RoutingContext context, String key) {
        byte[] given = Objects.requireNonNullElse(context.request().getHeader(KEY_HEADER), "")
                .getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(given, key.getBytes(StandardCharsets.UTF_8));
    }

    private static String breakGlass(RoutingContext context, Map<Service, ServiceRunner> runners)
            throws InterruptedException {
        ServiceRunner auth = runners.get(Service.AUTH);
        if (auth == null) {
            throw new StackFailure("auth-service does not run.");
        }
        return auth.command(
                List.of("break-glass", Objects.requireNonNullElse(context.body().asString(), "")));
    }

    /** What is done, and what is said about it. */
    private interface Deed {
        String run() throws InterruptedException;
    }

    private static void answer(RoutingContext context, Deed deed) {
        try {
            context.response().end(deed.run());
        } catch (StackFailure failure) {
            context.response().setStatusCode(FAILED).end(failure.line());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            context.response().setStatusCode(FAILED).end("Interrupted.");
        }
    }

    private static void handle(RoutingContext context, Map<Service, ServiceRunner> runners) {
        ServiceRunner runner =
                Service.named(context.pathParam("name")).map(runners::get).orElse(null);
        if (runner == null) {
            context.response().setStatusCode(NOT_FOUND).end("No such service.");
            return;
        }
        try {
            switch (context.pathParam("verb")) {
                case "stop" -> runner.stop();
                case "start" -> {
                    runner.start();
                    runner.awaitReady();
                    runner.superviseInBackground();
                }
                default -> {
                    context.response().setStatusCode(NOT_FOUND).end("stop or start?");
                    return;
                }
            }
            context.response().end("done");
        } catch (StackFailure failure) {
            context.response().setStatusCode(FAILED).end(failure.line());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            context.response().setStatusCode(FAILED).end("Interrupted.");
        }
    }
}
