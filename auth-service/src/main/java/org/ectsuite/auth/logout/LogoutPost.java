package org.ectsuite.auth.logout;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

/**
 * Posts logout tokens. The name is resolved once, all its addresses are looked at, and the connection goes to one of them:
 * whatever a name server says a moment later has no effect. Redirects are not followed.
 */
@ApplicationScoped
class LogoutPost {

    private final Vertx vertx;
    private final HttpClient client;
    private final LogoutConfig config;

    LogoutPost(Vertx vertx, LogoutConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout((int) config.patience().toMillis())
                .setKeepAlive(false)
                .setVerifyHost(true));
    }

    @PreDestroy
    void close() {
        var _ = client.close();
    }

    /** The status of the client's answer; fails if there is none or the destination is not allowed. */
    Uni<Integer> post(URI uri, String token) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(() -> address(uri.getHost()), false)
                        .compose(address -> client.request(request(uri, address)))
                        .compose(request -> request.send("logout_token=" + token))
                        .map(response -> response.statusCode())
                        .toCompletionStage())
                .ifNoItem()
                .after(config.patience())
                .fail();
    }

    private RequestOptions request(URI uri, InetAddress address) {
        boolean ssl = "https".equals(uri.getScheme());
        int port = uri.getPort() >= 0 ? uri.getPort() : ssl ? 443 : 80;
        String path = uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(uri.getHost())
                .setPort(port)
                .setSsl(ssl)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery())
                .setTimeout(config.patience().toMillis())
                .putHeader("Content-Type", "application/x-www-form-urlencoded")
                .putHeader("Cache-Control", "no-store");
    }

    private InetAddress address(String host) throws UnknownHostException {
        InetAddress[] all = InetAddress.getAllByName(host);
        for (InetAddress one : all) {
            if (!config.privateDestinations() && !Destinations.open(one)) {
                throw new UnknownHostException("The destination is not on the open internet");
            }
        }
        return all[0];
    }
}
