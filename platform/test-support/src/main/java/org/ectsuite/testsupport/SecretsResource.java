package org.ectsuite.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Gives the application under test a fresh keyset for secrets at rest: sets {@code ECT_SECRETS_KEYSET}. */
public class SecretsResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return Map.of("ECT_SECRETS_KEYSET", "1:" + Secrets.base64(32));
    }

    @Override
    public void stop() {}
}
