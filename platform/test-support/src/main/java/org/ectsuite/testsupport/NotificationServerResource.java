package org.ectsuite.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts a {@link NotificationServer} for the application under test. Sets {@code ECT_NOTIFICATION_URL}. */
public class NotificationServerResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable NotificationServer server;

    @Override
    public Map<String, String> start() {
        var started = NotificationServer.start();
        server = started;
        return Map.of("ECT_NOTIFICATION_URL", started.origin() + "/notification");
    }

    @Override
    public void stop() {
        var used = server;
        if (used != null) {
            server = null;
            NotificationServer.stop(used);
        }
    }
}
