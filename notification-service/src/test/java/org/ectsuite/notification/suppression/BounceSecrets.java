package org.ectsuite.notification.suppression;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** The secrets that providers sign their reports with, as the service under test knows them. */
public class BounceSecrets implements QuarkusTestResourceLifecycleManager {

    static final byte[] STANDARD = Base64.getDecoder().decode("c2VjcmV0IG9mIGEgcHJvZ3JhbSBvZiBvbmUncyBvd24=");
    static final String MAILGUN = "key-" + UUID.randomUUID();

    @Override
    public Map<String, String> start() {
        return Map.of(
                "ect.notification.bounce-hooks.standard-secret",
                "whsec_" + Base64.getEncoder().encodeToString(STANDARD),
                "ect.notification.bounce-hooks.mailgun-signing-key",
                MAILGUN);
    }

    @Override
    public void stop() {
        // Nothing was started.
    }
}
