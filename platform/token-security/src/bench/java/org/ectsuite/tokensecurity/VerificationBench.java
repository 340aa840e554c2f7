package org.ectsuite.tokensecurity;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Event;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ectsuite.testsupport.TestTokens;

/**
 * What it costs a service to accept an access token: for the first time (signature, claims, revocation list) and again
 * (digest, expiry, revocation list, with a thousand entries on it). Processor time of one thread, so that other work on
 * the machine does not count. The budget is 0.2 ms for a token in use.
 *
 * <pre>{@code
 * cd platform/token-security
 * ../../mvnw -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath
 * javac -d target/bench -cp target/classes:$(cat target/classpath) src/bench/java/org/ectsuite/tokensecurity/*.java
 * java -cp target/bench:target/classes:$(cat target/classpath) org.ectsuite.tokensecurity.VerificationBench
 * }</pre>
 */
final class VerificationBench {
    private static final int TOKENS = 2_000;
    private static final int ROUNDS = 5;
    private static final int REPEATS = 50;
    private static final int REVOKED = 1_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final AccessTokens tokens;

    private VerificationBench() {
        var config = new SmallRyeConfigBuilder()
                .withMapping(TokenSecurityConfig.class)
                .withDefaultValue("quarkus.application.name", "ectlog-service")
                .withConverter(Duration.class, 200, new DurationConverter())
                .addDefaultInterceptors()
                .build()
                .getConfigMapping(TokenSecurityConfig.class);
        var clock = Clock.systemUTC();
        var keys = new TokenKeys(
                () -> Uni.createFrom().item(new TokenKeySource.PublishedKeys(TestTokens.jwks(), Duration.ofMinutes(5))),
                clock,
                config);
        var revocations =
                new RevocationList(known -> Uni.createFrom().item(new Revocations("1", revoked(clock))), silent());
        keys.refreshIfDue().await().indefinitely();
        revocations.refresh().await().indefinitely();
        this.tokens = new AccessTokens(keys, revocations, config, clock);
    }

    public static void main(String[] arguments) {
        var bench = new VerificationBench();
        for (int round = 1; round <= ROUNDS; round++) {
            // Fresh ones for each round: nothing may be remembered of them.
            var fresh = new ArrayList<String>();
            for (int i = 0; i < TOKENS; i++) {
                fresh.add(TestTokens.user().roles("NCS").callsign("W1AW").sign());
            }
            double first = bench.cost(fresh, 1);
            double again = bench.cost(fresh, REPEATS);
            System.out.printf(
                    Locale.ROOT, "round %d: first %.3f ms, again %.4f ms of processor time%n", round, first, again);
        }
    }

    /** Milliseconds of processor time for one acceptance. */
    private double cost(List<String> some, int times) {
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < times; i++) {
            for (String token : some) {
                tokens.verify(token).await().indefinitely();
            }
        }
        return (threads.getCurrentThreadCpuTime() - start) / (double) some.size() / times / 1_000_000;
    }

    private static List<Revocations.Entry> revoked(Clock clock) {
        var entries = new ArrayList<Revocations.Entry>();
        for (int i = 0; i < REVOKED; i++) {
            entries.add(new Revocations.Entry(
                    Revocations.Kind.SUB, TestTokens.idOf("revoked-" + i).toString(), null, clock.instant()));
        }
        return entries;
    }

    /** Nobody listens here. */
    @SuppressWarnings("unchecked") // A proxy knows no type parameters.
    private static Event<RevocationsChanged> silent() {
        return (Event<RevocationsChanged>) Proxy.newProxyInstance(
                VerificationBench.class.getClassLoader(),
                new Class<?>[] {Event.class},
                (proxy, method, values) -> null);
    }
}
