package org.ectsuite.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Starts an {@link AuthServer} for the application under test. Sets {@code ECT_PUBLIC_URL}, {@code ECT_AUTH_URL} and {@code
 * ECT_CLIENT_SECRET}.
 */
public class AuthServerResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable AuthServer server;

    @Override
    public Map<String, String> start() {
        var started = AuthServer.start();
        server = started;
        return Map.of(
                "ECT_PUBLIC_URL",
                AuthServer.PUBLIC_URL,
                "ECT_AUTH_URL",
                started.origin() + "/auth",
                "ECT_CLIENT_SECRET",
                started.clientSecret());
    }

    @Override
    public void stop() {
        var used = server;
        if (used != null) {
            server = null;
            AuthServer.stop(used);
        }
    }
}
