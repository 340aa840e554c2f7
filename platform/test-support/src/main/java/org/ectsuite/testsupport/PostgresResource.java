package org.ectsuite.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.ectsuite.testsupport.TestDatabase.Role;
import org.jspecify.annotations.Nullable;

/**
 * A real PostgreSQL for the application under test: one server per JVM, a fresh database for each start of an
 * application, with an owner role and a run-time role that sign in with passwords, as in production.
 *
 * <p>Sets {@code ECT_DB_URL}, {@code ECT_DB_USER}, {@code ECT_DB_PASSWORD}, {@code ECT_DB_OWNER_USER} and {@code
 * ECT_DB_OWNER_PASSWORD}. Tests reach the database through {@link TestDatabase#current()}.
 */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {
    /**
     * Where the port of this JVM's server is kept: each application under test brings its own class loader, and with it
     * its own copy of every static field.
     */
    private static final String PORT_PROPERTY = "org.ectsuite.testsupport.postgres.port";

    private static final AtomicReference<@Nullable TestDatabase> CURRENT = new AtomicReference<>();

    private @Nullable TestDatabase database;

    @Override
    public Map<String, String> start() {
        var port = serverPort();
        var fresh = create(port);
        database = fresh;
        CURRENT.set(fresh);
        return Map.of(
                "ECT_DB_URL", fresh.jdbcUrl().substring("jdbc:".length()),
                "ECT_DB_USER", fresh.app().name(),
                "ECT_DB_PASSWORD", fresh.app().password(),
                "ECT_DB_OWNER_USER", fresh.owner().name(),
                "ECT_DB_OWNER_PASSWORD", fresh.owner().password());
    }

    @Override
    public void stop() {
        var used = database;
        if (used == null) {
            return;
        }
        database = null;
        CURRENT.compareAndSet(used, null);
        var name = used.jdbcUrl().substring(used.jdbcUrl().lastIndexOf('/') + 1);
        // FORCE: the application's pool may still be closing.
        asSuperuser(
                serverPort(),
                "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)",
                "DROP ROLE IF EXISTS " + used.owner().name(),
                "DROP ROLE IF EXISTS " + used.app().name());
    }

    /** Databases come first: other resources may want one. */
    @Override
    public int order() {
        return -10;
    }

    static TestDatabase current() {
        var now = CURRENT.get();
        if (now == null) {
            throw new IllegalStateException(
                    "No database: annotate the test with @QuarkusTestResource(PostgresResource.class)");
        }
        return now;
    }

    /** A fresh database with two fresh roles, outside any application: for plain tests of SQL. */
    static TestDatabase create(int port) {
        var suffix = Secrets.hex(6);
        var name = "ect_" + suffix;
        var owner = new Role(name + "_owner", Secrets.hex(24));
        var app = new Role(name + "_app", Secrets.hex(24));
        asSuperuser(
                port,
                "CREATE ROLE " + owner.name() + " LOGIN PASSWORD '" + owner.password() + "'",
                "CREATE ROLE " + app.name() + " LOGIN PASSWORD '" + app.password() + "'",
                "CREATE DATABASE " + name + " OWNER " + owner.name(),
                "REVOKE ALL ON DATABASE " + name + " FROM PUBLIC",
                "GRANT CONNECT ON DATABASE " + name + " TO " + app.name());
        return new TestDatabase("jdbc:postgresql://127.0.0.1:" + port + "/" + name, owner, app);
    }

    static int serverPort() {
        // The string is interned, so one lock serves all class loaders.
        synchronized (PORT_PROPERTY) {
            var known = System.getProperty(PORT_PROPERTY);
            if (known != null) {
                return Integer.parseInt(known);
            }
            try {
                var server = EmbeddedPostgres.builder()
                        .setDataDirectoryCustomizer(PostgresResource::demandPasswords)
                        // A test database need not survive a power cut.
                        .setServerConfig("fsync", "off")
                        .setServerConfig("synchronous_commit", "off")
                        .setServerConfig("full_page_writes", "off")
                        .setServerConfig("max_connections", "200")
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .start();
                // The library stops the server when the JVM ends.
                System.setProperty(PORT_PROPERTY, Integer.toString(server.getPort()));
                return server.getPort();
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL did not start", e);
            }
        }
    }

    /** The library trusts everybody on the loopback address; then a wrong password would go unnoticed. */
    private static void demandPasswords(File dataDirectory) {
        var rules = """
                host    all    postgres    127.0.0.1/32    trust
                host    all    all         127.0.0.1/32    scram-sha-256
                """;
        try {
            Files.writeString(dataDirectory.toPath().resolve("pg_hba.conf"), rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void asSuperuser(int port, String... statements) {
        var url = "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The embedded PostgreSQL refused a statement", e);
        }
    }
}
