package org.ectsuite.tokensecurity;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.ectsuite.testsupport.TestTokens;

/**
 * How long a service takes to check an access token it has never seen: one thread, signature and claims, without
 * revocation list and memory of accepted tokens. The budget is 0.2 ms.
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
    private static final int ROUNDS = 10;

    private VerificationBench() {}

    public static void main(String[] arguments) {
        var verifier = new TokenVerifier(TestTokens.ISSUER, "ectlog-service", Clock.systemUTC());
        var keys = KeyRing.parse(TestTokens.jwks());
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < TOKENS; i++) {
            tokens.add(TestTokens.user().roles("NCS").callsign("W1AW").sign());
        }
        for (int round = 1; round <= ROUNDS; round++) {
            var nanos = new long[TOKENS];
            for (int i = 0; i < TOKENS; i++) {
                long start = System.nanoTime();
                verifier.verify(tokens.get(i), keys);
                nanos[i] = System.nanoTime() - start;
            }
            Arrays.sort(nanos);
            System.out.printf(
                    Locale.ROOT,
                    "round %2d: median %.3f ms, p99 %.3f ms%n",
                    round,
                    millis(nanos[TOKENS / 2]),
                    millis(nanos[TOKENS * 99 / 100]));
        }
    }

    private static double millis(long nanos) {
        return (double) nanos / Duration.ofMillis(1).toNanos();
    }
}
