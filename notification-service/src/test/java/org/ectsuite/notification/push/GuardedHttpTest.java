package org.ectsuite.notification.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.ectsuite.testsupport.TlsCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against real servers, of which those that must not be reached count who knocks. */
class GuardedHttpTest {

    private static final Duration LONG = Duration.ofSeconds(20);
    private static final byte[] BODY = {'{', '}'};

    private static Vertx vertx;
    private static TlsCertificate certificate;

    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeAll
    static void start() {
        vertx = Vertx.vertx();
        certificate = TlsCertificate.of("dns:hooks.example,ip:127.0.0.1");
    }

    @AfterAll
    static void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
    }

    @Test
    void posts_over_tls_to_the_very_address_that_was_looked_up() throws Throwable {
        // Given: a name that no name server knows, and that is looked up no second time
        HookServer server = server(certificate);
        List<String> lookUps = new ArrayList<>();
        GuardedHttp http = http(
                name -> {
                    lookUps.add(name);
                    byte[] address = {127, 0, 0, (byte) lookUps.size()};
                    return List.of(InetAddress.getByAddress(name, address));
                },
                LONG,
                "127.0.0.1/32");

        // When
        GuardedHttp.Answer answer = post(http, server.url("hooks.example", "/a?b=c"));

        // Then
        assertThat(answer.status()).isEqualTo(204);
        assertThat(lookUps).containsExactly("hooks.example");
        assertThat(server.requests()).singleElement().satisfies(request -> {
            assertThat(request.method() + " " + request.path() + " " + request.body())
                    .isEqualTo("POST /a?b=c {}");
            assertThat(request.header("Host")).isEqualTo("hooks.example:" + server.port());
            assertThat(request.header("X-Test")).isEqualTo("yes");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fd00::1", "fe80::1", "224.0.0.1"})
    void connects_to_nothing_that_is_not_public_by_whatever_name(String address) {
        // Given
        HookServer server = server(certificate);
        GuardedHttp http = http(name -> List.of(InetAddress.ofLiteral(address)), LONG);

        // When
        assertThatThrownBy(() -> post(http, server.url("hooks.example", "/")))
                // Then
                .isInstanceOf(UrlRefusedException.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void connects_to_nothing_if_one_of_several_addresses_is_not_public() {
        // Given
        HookServer server = server(certificate);
        GuardedHttp http = http(
                name -> List.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("10.0.0.1")),
                LONG,
                "127.0.0.1/32");

        // When
        assertThatThrownBy(() -> post(http, server.url("hooks.example", "/")))
                // Then
                .isInstanceOf(UrlRefusedException.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void asks_nobody_about_an_address_that_is_one() {
        // Given
        HookServer server = server(certificate);
        GuardedHttp http = http(
                name -> {
                    throw new UnknownHostException(name);
                },
                LONG);

        // When
        assertThatThrownBy(() -> post(http, server.url("127.0.0.1", "/")))
                // Then
                .isInstanceOf(UrlRefusedException.class);
    }

    @Test
    void follows_no_redirect() throws Throwable {
        // Given
        HookServer inside = server(null);
        HookServer server = server(certificate);
        server.answer(exchange -> {
            exchange.getResponseHeaders().set("Location", inside.url("127.0.0.1", "/secret"));
            exchange.sendResponseHeaders(307, -1);
        });

        // When
        GuardedHttp.Answer answer = post(here(LONG), server.url("hooks.example", "/"));

        // Then
        assertThat(answer.status()).isEqualTo(307);
        assertThat(inside.requests()).isEmpty();
    }

    @Test
    void tells_nothing_to_a_server_with_a_certificate_for_another_name() {
        // Given
        HookServer server = server(certificate);

        // When
        assertThatThrownBy(() -> post(here(LONG), server.url("other.example", "/")))
                // Then
                .isInstanceOf(SSLException.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void tells_nothing_to_a_server_with_a_certificate_that_nobody_trusts() {
        // Given
        HookServer server = server(TlsCertificate.of("dns:hooks.example"));

        // When
        assertThatThrownBy(() -> post(here(LONG), server.url("hooks.example", "/")))
                // Then
                .isInstanceOf(SSLException.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void reads_no_more_than_a_little_of_an_endless_answer() throws Throwable {
        // Given
        CountDownLatch hungUp = new CountDownLatch(1);
        HookServer server = server(certificate);
        server.answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] chunk = "x".repeat(1000).getBytes(StandardCharsets.US_ASCII);
            try (OutputStream out = exchange.getResponseBody()) {
                while (true) {
                    out.write(chunk);
                }
            } catch (IOException e) {
                hungUp.countDown();
            }
        });

        // When
        GuardedHttp.Answer answer = post(here(LONG), server.url("hooks.example", "/"));

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).hasSize(4096);
        assertThat(hungUp.await(20, TimeUnit.SECONDS))
                .as("the connection is closed")
                .isTrue();
    }

    @Test
    void waits_no_longer_than_allowed_for_a_server_that_is_silent() throws InterruptedException {
        // Given
        CountDownLatch end = new CountDownLatch(1);
        HookServer server = server(certificate);
        server.answer(exchange -> {
            try {
                end.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        // When
        assertThatThrownBy(() -> post(here(Duration.ofMillis(700)), server.url("hooks.example", "/")))
                // Then
                .isInstanceOf(IOException.class)
                .hasMessage("no answer within the time allowed");
        end.countDown();
    }

    @Test
    void waits_no_longer_for_a_server_that_says_a_byte_now_and_then() throws InterruptedException {
        // Given: a pause between two bytes that no idle timeout would notice
        AtomicBoolean ended = new AtomicBoolean();
        CountDownLatch hungUp = new CountDownLatch(1);
        HookServer server = server(certificate);
        server.answer(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                while (!ended.get()) {
                    out.write('x');
                    out.flush();
                    new CountDownLatch(1).await(20, TimeUnit.MILLISECONDS);
                }
            } catch (IOException e) {
                hungUp.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });

        // When
        assertThatThrownBy(() -> post(here(Duration.ofMillis(900)), server.url("hooks.example", "/")))
                // Then
                .isInstanceOf(IOException.class)
                .hasMessage("no answer within the time allowed");
        assertThat(hungUp.await(20, TimeUnit.SECONDS))
                .as("the connection is closed")
                .isTrue();
        ended.set(true);
    }

    @Test
    void says_that_nobody_is_there() {
        // Given
        HookServer server = server(certificate);
        String url = server.url("hooks.example", "/");
        server.close();

        // When
        assertThatThrownBy(() -> post(here(LONG), url))
                // Then
                .isInstanceOf(IOException.class);
    }

    private HookServer server(@Nullable TlsCertificate with) {
        HookServer server = new HookServer(with);
        open.add(server);
        return server;
    }

    /** Every name leads to the one address that is allowed. */
    private GuardedHttp here(Duration timeout) {
        return http(name -> List.of(InetAddress.ofLiteral("127.0.0.1")), timeout, "127.0.0.1/32");
    }

    private GuardedHttp http(HostNames names, Duration timeout, String... allowed) {
        GuardedHttp http = new GuardedHttp(
                vertx, names, new AddressRule(List.of(allowed)), Optional.of(certificate.pemFile()), timeout);
        open.add(http);
        return http;
    }

    private static GuardedHttp.Answer post(GuardedHttp http, String url) throws Throwable {
        try {
            return http.post(TargetUrl.parse(url, true), Map.of("X-Test", "yes"), BODY)
                    .subscribeAsCompletionStage()
                    .join();
        } catch (CompletionException e) {
            throw e.getCause();
        }
    }
}
