package org.ectsuite.tokensecurity.startup;

import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.jboss.logging.Logger;

/** What every service checks; the list of CORS origins is the matter of web-edge, which refuses wildcards itself. */
@Singleton
class CommonChecks implements StartupCheck {
    private static final Logger LOG = Logger.getLogger(CommonChecks.class);
    private static final String AUTH_SERVICE = "auth-service";
    private static final String CLIENT_SECRET = "ect.client-secret (ECT_CLIENT_SECRET)";
    private static final String KEYSET = "ect.secrets.keyset (ECT_SECRETS_KEYSET)";
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Config config;
    private final Instance<Pool> pool;

    CommonChecks(Config config, Instance<Pool> pool) {
        this.config = config;
        this.pool = pool;
    }

    @Override
    public List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        PublicUrlRule.check(value("ect.public-url", "ECT_PUBLIC_URL")).ifPresent(findings::add);
        if (value("ect.secrets.keyset", "ECT_SECRETS_KEYSET").isBlank()) {
            findings.add(new Finding(KEYSET, "is missing; put <id>:<base64 of 32 random bytes> there"));
        }
        boolean isClient = !value("quarkus.application.name").equals(AUTH_SERVICE);
        if (isClient && value("ect.client-secret", "ECT_CLIENT_SECRET").isBlank()) {
            findings.add(new Finding(CLIENT_SECRET, "is missing; put the secret there that auth-service knows"));
        }
        findings.addAll(databaseFindings());
        return findings;
    }

    @Override
    public List<GuardedSecret> secrets() {
        var secrets = new ArrayList<GuardedSecret>();
        add(secrets, CLIENT_SECRET, value("ect.client-secret", "ECT_CLIENT_SECRET"));
        add(secrets, "quarkus.datasource.password (ECT_DB_PASSWORD)", value("quarkus.datasource.password"));
        add(secrets, "quarkus.flyway.password (ECT_DB_OWNER_PASSWORD)", value("quarkus.flyway.password"));
        for (String key : value("ect.secrets.keyset", "ECT_SECRETS_KEYSET").split(",", -1)) {
            // Without its id, so that one key under two ids is noticed.
            add(secrets, KEYSET, key.substring(key.indexOf(':') + 1).strip());
        }
        return secrets;
    }

    private static void add(List<GuardedSecret> secrets, String property, String value) {
        if (!value.isBlank()) {
            secrets.add(new GuardedSecret(property, value, GuardedSecret.OWN));
        }
    }

    private List<Finding> databaseFindings() {
        if (pool.isUnsatisfied()) {
            return List.of();
        }
        try {
            return DatabaseRoleRule.check(DatabaseRoleRule.Rights.ask(pool.get(), PATIENCE));
        } catch (RuntimeException e) {
            LOG.debug("The rights of the run-time role were not read", e);
            return List.of(new Finding(DatabaseRoleRule.PROPERTY, "could not be checked; is the database reachable?"));
        }
    }

    /** The first of these properties that has a value, or nothing. */
    private String value(String... properties) {
        for (String property : properties) {
            var value = config.getOptionalValue(property, String.class);
            if (value.isPresent()) {
                return value.get();
            }
        }
        return "";
    }
}
