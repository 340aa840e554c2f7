package org.ectsuite.notification.suppression;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.ectsuite.tokensecurity.startup.Finding;
import org.ectsuite.tokensecurity.startup.GuardedSecret;
import org.ectsuite.tokensecurity.startup.StartupCheck;

/** Refuses to start with secrets of providers that are none. */
@Singleton
class BounceHookStartupCheck implements StartupCheck {

    private static final int SHORTEST_KEY = 24;

    private final BounceHookConfig config;

    BounceHookStartupCheck(BounceHookConfig config) {
        this.config = config;
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        config.standardSecret()
                .filter(secret -> !isKey(secret))
                .ifPresent(secret -> findings.add(new Finding(
                        "ect.notification.bounce-hooks.standard-secret",
                        "is not whsec_ and at least 24 bytes in base64")));
        if (config.tolerance().isNegative() || config.tolerance().isZero()) {
            findings.add(new Finding("ect.notification.bounce-hooks.tolerance", "must be longer than nothing"));
        }
        return findings;
    }

    @Override
    public List<GuardedSecret> secrets() {
        List<GuardedSecret> secrets = new ArrayList<>();
        config.mailgunSigningKey()
                .ifPresent(key -> secrets.add(new GuardedSecret(
                        "ect.notification.bounce-hooks.mailgun-signing-key", key, GuardedSecret.FOREIGN)));
        return secrets;
    }

    static boolean isKey(String secret) {
        try {
            return secret.startsWith(StandardHook.PREFIX)
                    && Base64.getDecoder().decode(secret.substring(StandardHook.PREFIX.length())).length
                            >= SHORTEST_KEY;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
