package org.ectsuite.auth.client;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.ectsuite.tokensecurity.startup.Finding;
import org.ectsuite.tokensecurity.startup.GuardedSecret;
import org.ectsuite.tokensecurity.startup.StartupCheck;

/** Lets no service client in with a secret that is short, shared or a placeholder. */
@ApplicationScoped
class ClientSecretCheck implements StartupCheck {

    private final ClientConfig config;

    ClientSecretCheck(ClientConfig config) {
        this.config = config;
    }

    @Override
    public List<Finding> findings() {
        return List.of();
    }

    @Override
    public List<GuardedSecret> secrets() {
        return config.services().entrySet().stream()
                .map(client -> new GuardedSecret(
                        "ect.auth.client.services.\"" + client.getKey() + "\".secret",
                        client.getValue().secret(),
                        GuardedSecret.OWN))
                .toList();
    }
}
