package org.ectsuite.notification.push;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Posts to addresses that others chose. The name is looked up once; each of its addresses must be allowed, and the
 * connection goes to the first of these very addresses, so that a second look-up with another answer (DNS rebinding) leads
 * nowhere. Redirects are not followed. Time is bounded over everything, and no more than a little of the answer is read.
 */
final class GuardedHttp implements AutoCloseable {

    /** What is read of an answer, in bytes. */
    private static final int ANSWER_LIMIT = 4096;

    /** An answer: its status and the beginning of its body. */
    record Answer(int status, String body) {}

    private final Vertx vertx;
    private final HttpClient client;
    private final HostNames names;
    private final AddressRule rule;
    private final Duration timeout;

    GuardedHttp(Vertx vertx, HostNames names, AddressRule rule, Optional<Path> caFile, Duration timeout) {
        this.vertx = vertx;
        this.names = names;
        this.rule = rule;
        this.timeout = timeout;
        HttpClientOptions options = new HttpClientOptions()
                .setTrustAll(false)
                .setVerifyHost(true)
                .setEnabledSecureTransportProtocols(Set.of("TLSv1.3", "TLSv1.2"))
                // The next look-up may allow other addresses.
                .setKeepAlive(false)
                .setMaxHeaderSize(8192)
                .setConnectTimeout(Math.toIntExact(timeout.toMillis()))
                .setDecompressionSupported(false);
        caFile.ifPresent(file -> options.setTrustOptions(new PemTrustOptions().addCertPath(file.toString())));
        this.client = vertx.createHttpClient(options);
    }

    /** Posts the body; fails with {@link UrlRefusedException} or an {@link IOException}, whatever the answer is. */
    Uni<Answer> post(TargetUrl url, Map<String, String> headers, byte[] body) {
        return Uni.createFrom().completionStage(() -> {
            Promise<Answer> promise = Promise.promise();
            Exchange exchange = new Exchange(promise);
            long timer = vertx.setTimer(timeout.toMillis(), late -> exchange.giveUp());
            addresses(url)
                    .compose(address -> client.request(options(url, address)))
                    .compose(request -> {
                        exchange.began(request);
                        headers.forEach(request::putHeader);
                        request.putHeader("Host", url.authority());
                        return request.send(Buffer.buffer(body));
                    })
                    .onSuccess(exchange::read)
                    .onFailure(promise::tryFail);
            return promise.future().onComplete(done -> vertx.cancelTimer(timer)).toCompletionStage();
        });
    }

    /** Whether the address may be connected to. */
    boolean allows(InetAddress address) {
        return rule.allows(address);
    }

    /** The address to connect to, out of a single look-up of which every answer is allowed. */
    private Future<InetAddress> addresses(TargetUrl url) {
        return vertx.executeBlocking(
                () -> {
                    List<InetAddress> found = url.literal() == null ? names.find(url.host()) : List.of(url.literal());
                    if (found.isEmpty()) {
                        throw new UnknownHostException(url.host());
                    }
                    if (!found.stream().allMatch(rule::allows)) {
                        throw new UrlRefusedException("leads to an address that is not public");
                    }
                    // Without the name, nobody can look it up once more.
                    return InetAddress.getByAddress(found.getFirst().getAddress());
                },
                false);
    }

    private static RequestOptions options(TargetUrl url, InetAddress address) {
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setSsl(url.secure())
                // Name of the certificate; where to connect stands below.
                .setHost(url.host())
                .setPort(url.port())
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, url.port())))
                .setURI(url.resource())
                .setFollowRedirects(false);
    }

    @Override
    public void close() {
        client.close();
    }

    /** One request under way. */
    private static final class Exchange {

        private final Promise<Answer> promise;
        private final Buffer read = Buffer.buffer();
        private volatile boolean late;
        private volatile Optional<HttpClientRequest> request = Optional.empty();

        Exchange(Promise<Answer> promise) {
            this.promise = promise;
        }

        void began(HttpClientRequest begun) {
            request = Optional.of(begun);
            if (late) {
                begun.reset();
            }
        }

        void giveUp() {
            late = true;
            promise.tryFail(new IOException("no answer within the time allowed"));
            request.ifPresent(HttpClientRequest::reset);
        }

        void read(HttpClientResponse response) {
            response.exceptionHandler(promise::tryFail)
                    .handler(chunk -> {
                        read.appendBuffer(chunk, 0, Math.min(chunk.length(), ANSWER_LIMIT - read.length()));
                        if (read.length() >= ANSWER_LIMIT) {
                            finish(response);
                            response.request().reset();
                        }
                    })
                    .endHandler(end -> finish(response));
        }

        private void finish(HttpClientResponse response) {
            promise.tryComplete(new Answer(response.statusCode(), read.toString(StandardCharsets.UTF_8)));
        }
    }
}
