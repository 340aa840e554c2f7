package org.ectsuite.tokensecurity.startup;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.ectsuite.testsupport.AuthServerResource;
import org.ectsuite.testsupport.PostgresResource;
import org.ectsuite.testsupport.SecretsResource;
import org.ectsuite.tokensecurity.startup.DatabaseRoleRule.Rights;
import org.junit.jupiter.api.Test;

/** A service that is set up as in production starts as in production. */
@QuarkusTest
@TestProfile(ProductionStartTest.Production.class)
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(AuthServerResource.class)
@QuarkusTestResource(SecretsResource.class)
class ProductionStartTest {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The application with the profile that packaged programs have. */
    public static class Production implements QuarkusTestProfile {
        @Override
        public String getConfigProfile() {
            return "prod";
        }
    }

    @Inject
    Config config;

    @Inject
    StartupGuard guard;

    @Inject
    CommonChecks checks;

    @Inject
    Vertx vertx;

    private Rights rightsOf(String user, String password) {
        var options = PgConnectOptions.fromUri(config.getValue("ECT_DB_URL", String.class))
                .setUser(user)
                .setPassword(password);
        var pool = Pool.newInstance(PgBuilder.pool()
                .using(vertx.getDelegate())
                .connectingTo(options)
                .build());
        try {
            return Rights.ask(pool, PATIENCE);
        } finally {
            pool.closeAndAwait();
        }
    }

    @Test
    void the_checks_ran_and_found_nothing() {
        assertThat(ConfigUtils.isProfileActive("prod")).isTrue();
        assertThat(guard.findings()).isEmpty();
    }

    @Test
    void all_secrets_of_a_service_are_looked_at() {
        assertThat(checks.secrets())
                .extracting(GuardedSecret::property)
                .containsExactly(
                        "ect.client-secret (ECT_CLIENT_SECRET)",
                        "quarkus.datasource.password (ECT_DB_PASSWORD)",
                        "quarkus.flyway.password (ECT_DB_OWNER_PASSWORD)",
                        "ect.secrets.keyset (ECT_SECRETS_KEYSET)");
    }

    @Test
    void postgresql_tells_a_run_time_role_from_an_owner_and_a_superuser() {
        var app = rightsOf(
                config.getValue("ECT_DB_USER", String.class), config.getValue("ECT_DB_PASSWORD", String.class));
        var owner = rightsOf(
                config.getValue("ECT_DB_OWNER_USER", String.class),
                config.getValue("ECT_DB_OWNER_PASSWORD", String.class));
        var superuser = rightsOf("postgres", "");

        assertThat(app).isEqualTo(new Rights(false, false, false, false));
        assertThat(owner).isEqualTo(new Rights(false, false, false, true));
        assertThat(List.of(superuser.superuser(), superuser.mayCreateTables())).containsExactly(true, true);
    }
}
