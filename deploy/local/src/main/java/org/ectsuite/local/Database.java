package org.ectsuite.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/**
 * The stack's PostgreSQL: one server, one database and two roles for each service. The owner role migrates, the
 * run-time role may only read and write rows; both must give their password.
 */
final class Database implements AutoCloseable {

    private static final String SUPERUSER = "postgres";
    /** Everybody but the superuser at set-up needs a password, over loopback too. */
    private static final String HOST_BASED_AUTHENTICATION = """
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final int port;

    private Database(EmbeddedPostgres server, int port) {
        this.server = server;
        this.port = port;
    }

    static Database start(StackFolders folders, Ports ports, StackSecrets secrets) {
        Path data = folders.database();
        Path log = folders.log("postgres");
        boolean fresh = !Files.exists(data.resolve("PG_VERSION"));
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(folders.run().toFile())
                .setPort(ports.database())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofMinutes(1))
                .setServerConfig("max_connections", "150")
                // The embedded server is meant for tests and by default forgets the last commits when it is killed.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("password_encryption", "scram-sha-256")
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .setConnectConfig("password", secrets.databaseSuperuserPassword());
        try {
            EmbeddedPostgres server = builder.start();
            Database database = new Database(server, ports.database());
            if (fresh || !lockedDown(data)) {
                database.lockDown(data, secrets);
            }
            for (Service service : Service.values()) {
                database.prepare(service, secrets);
            }
            return database;
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new StackFailure("PostgreSQL does not start: see " + log + ".", e);
        }
    }

    String url(Service service) {
        return "postgresql://127.0.0.1:" + port + "/" + service.shortName();
    }

    static String ownerRole(Service service) {
        return service.shortName() + "_owner";
    }

    static String appRole(Service service) {
        return service.shortName() + "_app";
    }

    /** Connects to a service's database as its owner. */
    Connection connectAsOwner(Service service, StackSecrets secrets) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:" + url(service), ownerRole(service), secrets.databaseOwnerPassword(service));
    }

    /** The server's main process. */
    static ProcessHandle process(StackFolders folders) {
        try {
            String pid = Files.readAllLines(folders.database().resolve("postmaster.pid"))
                    .getFirst();
            return ProcessHandle.of(Long.parseLong(pid.strip()))
                    .orElseThrow(() -> new StackFailure("PostgreSQL has ended: see " + folders.log("postgres") + "."));
        } catch (IOException e) {
            throw new StackFailure("PostgreSQL has ended: see " + folders.log("postgres") + ".", e);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new StackFailure("PostgreSQL did not stop in time.", e);
        }
    }

    private static boolean lockedDown(Path data) throws IOException {
        return Files.readString(data.resolve("pg_hba.conf")).equals(HOST_BASED_AUTHENTICATION);
    }

    /** A new cluster trusts everybody on the machine; this ends that. */
    private void lockDown(Path data, StackSecrets secrets) throws SQLException, IOException {
        try (Connection connection = superuser(SUPERUSER, secrets);
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER ROLE " + SUPERUSER + " PASSWORD "
                    + quoted(connection, secrets.databaseSuperuserPassword(), "quote_literal"));
            Files.writeString(data.resolve("pg_hba.conf"), HOST_BASED_AUTHENTICATION);
            statement.execute("SELECT pg_reload_conf()");
        }
    }

    private void prepare(Service service, StackSecrets secrets) throws SQLException {
        try (Connection connection = superuser(SUPERUSER, secrets);
                Statement statement = connection.createStatement()) {
            role(connection, ownerRole(service), secrets.databaseOwnerPassword(service));
            role(connection, appRole(service), secrets.databasePassword(service));
            if (!exists(connection, "SELECT 1 FROM pg_database WHERE datname = ?", service.shortName())) {
                statement.execute("CREATE DATABASE " + quoted(connection, service.shortName(), "quote_ident")
                        + " OWNER " + quoted(connection, ownerRole(service), "quote_ident"));
                statement.execute("REVOKE ALL ON DATABASE " + quoted(connection, service.shortName(), "quote_ident")
                        + " FROM PUBLIC");
                statement.execute("GRANT CONNECT ON DATABASE " + quoted(connection, service.shortName(), "quote_ident")
                        + " TO " + quoted(connection, appRole(service), "quote_ident"));
            }
        }
        try (Connection connection = superuser(service.shortName(), secrets);
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SCHEMA public OWNER TO " + quoted(connection, ownerRole(service), "quote_ident"));
            statement.execute("GRANT USAGE ON SCHEMA public TO " + quoted(connection, appRole(service), "quote_ident"));
        }
    }

    private static void role(Connection connection, String role, String password) throws SQLException {
        String verb = exists(connection, "SELECT 1 FROM pg_roles WHERE rolname = ?", role) ? "ALTER" : "CREATE";
        try (Statement statement = connection.createStatement()) {
            statement.execute(verb + " ROLE " + quoted(connection, role, "quote_ident")
                    + " LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD "
                    + quoted(connection, password, "quote_literal"));
        }
    }

    private Connection superuser(String database, StackSecrets secrets) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + database, SUPERUSER, secrets.databaseSuperuserPassword());
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet result = statement.executeQuery()) {
                return result.next();
            }
        }
    }

    /** Lets PostgreSQL itself quote what its DDL does not take as a parameter. */
    private static String quoted(Connection connection, String text, String function) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + function + "(?)")) {
            statement.setString(1, text);
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getString(1);
            }
        }
    }
}
