package org.ectsuite.notification.push;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.ectsuite.testsupport.TlsCertificate;
import org.jspecify.annotations.Nullable;

/** A server that the service under test trusts, at the one address of the loopback network that it may connect to. */
public final class HookServerResource implements QuarkusTestResourceLifecycleManager {

    private static @Nullable HookServer current;

    /** The server of the application that runs now. */
    static HookServer current() {
        HookServer now = current;
        if (now == null) {
            throw new IllegalStateException("The server was not started");
        }
        return now;
    }

    @Override
    public Map<String, String> start() {
        TlsCertificate certificate = TlsCertificate.of("dns:localhost,ip:127.0.0.1");
        current = new HookServer(certificate);
        return Map.of(
                "ect.notification.push.ca-file",
                certificate.pemFile().toString(),
                "ect.notification.push.allowed-networks",
                "127.0.0.1/32,::1/128",
                "ect.notification.push.timeout",
                "3S");
    }

    @Override
    public void stop() {
        current().close();
        current = null;
    }
}
