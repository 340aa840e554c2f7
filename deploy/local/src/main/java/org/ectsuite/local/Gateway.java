package org.ectsuite.local;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.FileSystemAccess;
import io.vertx.ext.web.handler.StaticHandler;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyOptions;
import io.vertx.httpproxy.ProxyResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The one address of the suite: hands each service its own path, WebSockets included, and serves the web client under
 * everything else. It is the outermost hop and therefore says itself where a request came from. The one path it rewrites is
 * that of the provider's description, which RFC 8414 section 3 puts before the issuer's path.
 */
final class Gateway implements AutoCloseable {

    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    private static final int POOL_SIZE = 200;
    /** Room for a WebSocket upgrade that carries a token among its sub-protocols. */
    private static final int LARGEST_HEADER = 16 * 1024;

    /** Names of the provider's description; below the issuer, and before its path. */
    private static final List<String> DESCRIPTIONS = List.of("oauth-authorization-server", "openid-configuration");

    private final HttpServer server;
    private final HttpClient client;

    private Gateway(HttpServer server, HttpClient client) {
        this.server = server;
        this.client = client;
    }

    static Gateway start(Vertx vertx, StackFolders folders, Ports ports) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setMaxPoolSize(POOL_SIZE)
                .setDecompressionSupported(false));
        Router router = Router.router(vertx);
        for (Service service : Service.values()) {
            HttpProxy proxy = proxy(client, ports, service);
            router.route(service.rootPath() + "/*").handler(context -> proxy.handle(context.request()));
            router.route(service.rootPath()).handler(context -> proxy.handle(context.request()));
        }
        for (String description : DESCRIPTIONS) {
            String root = Service.AUTH.rootPath();
            HttpProxy proxy = proxy(client, ports, Service.AUTH)
                    .addInterceptor(new Elsewhere(root + "/.well-known/" + description));
            router.get("/.well-known/" + description + root).handler(context -> proxy.handle(context.request()));
        }
        WebClientFiles.addTo(router, folders.web());
        HttpServer server = Await.result(vertx.createHttpServer(new HttpServerOptions()
                        .setHost("127.0.0.1")
                        .setMaxHeaderSize(LARGEST_HEADER)
                        .setCompressionSupported(false))
                .requestHandler(router)
                .listen(ports.gateway()));
        return new Gateway(server, client);
    }

    private static HttpProxy proxy(HttpClient client, Ports ports, Service service) {
        return HttpProxy.reverseProxy(new ProxyOptions().setSupportWebSocket(true), client)
                .origin(ports.service(service), "127.0.0.1")
                .addInterceptor(new OutermostHop(ports));
    }

    @Override
    public void close() {
        Await.result(server.close());
        Await.result(client.close());
    }

    /** Forwarded headers of the outermost hop replace what a client claims. */
    private record OutermostHop(Ports ports) implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var request = context.request().proxiedRequest();
            context.request().headers().remove("Forwarded");
            context.request()
                    .putHeader("X-Forwarded-For", request.remoteAddress().hostAddress());
            context.request().putHeader("X-Forwarded-Proto", "http");
            context.request().putHeader("X-Forwarded-Host", "localhost:" + ports.gateway());
            return context.sendRequest();
        }
    }

    /** Asks the service for another path than the client did. */
    private record Elsewhere(String path) implements ProxyInterceptor {

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            context.request().setURI(path);
            return context.sendRequest();
        }
    }

    /** The built web client: immutable assets, and its one page for every address that it knows. */
    private static final class WebClientFiles {

        private static final int A_YEAR_IN_SECONDS = 31_536_000;
        private static final int NOT_FOUND = 404;

        private WebClientFiles() {}

        static void addTo(Router router, Path files) {
            Map<String, Object> headers = headers(files.resolve("headers.json"));
            router.route().handler(context -> {
                headers.forEach((name, value) -> context.response().putHeader(name, String.valueOf(value)));
                context.next();
            });
            router.getWithRegex("/assets/.*")
                    .handler(StaticHandler.create(FileSystemAccess.ROOT, files.toString())
                            .setMaxAgeSeconds(A_YEAR_IN_SECONDS));
            router.getWithRegex("/assets/.*")
                    .handler(context ->
                            context.response().setStatusCode(NOT_FOUND).end());
            router.get()
                    .handler(StaticHandler.create(FileSystemAccess.ROOT, files.toString())
                            .setCachingEnabled(false)
                            .setIndexPage("index.html"));
            router.get().handler(context -> page(context, files.resolve("index.html")));
        }

        private static void page(RoutingContext context, Path index) {
            context.response()
                    .putHeader("Cache-Control", "no-cache")
                    .putHeader("Content-Type", "text/html; charset=utf-8")
                    .sendFile(index.toString());
        }

        private static Map<String, Object> headers(Path file) {
            try {
                return new JsonObject(Files.readString(file)).getMap();
            } catch (IOException e) {
                throw new StackFailure("The web client is not built: run ./ect build.", e);
            }
        }
    }
}
