package org.ectsuite.testsupport;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * The database of the application under test, reached past the application: to look at what it stored, or to prove what
 * its run-time role may not do.
 */
public final class TestDatabase {
    private final String jdbcUrl;
    private final Role owner;
    private final Role app;

    /** A role of the database and the password it signs in with. */
    record Role(String name, String password) {
        @Override
        public String toString() {
            return name;
        }
    }

    TestDatabase(String jdbcUrl, Role owner, Role app) {
        this.jdbcUrl = jdbcUrl;
        this.owner = owner;
        this.app = app;
    }

    /** The database of the application that runs now; {@link PostgresResource} must be one of its test resources. */
    public static TestDatabase current() {
        return PostgresResource.current();
    }

    /** A connection with the rights of the owner role, as migrations have it. */
    public Connection asOwner() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, owner.name(), owner.password());
    }

    /** A connection with the rights of the run-time role, as the running service has it. */
    public Connection asApp() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, app.name(), app.password());
    }

    /** Runs one statement as the owner, with positional parameters; returns the number of rows it touched. */
    public int update(String sql, Object... parameters) {
        try (var connection = asOwner();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of every row that a query of the owner gives, as text; SQL's null becomes {@code "null"}. */
    public List<String> query(String sql, Object... parameters) {
        try (var connection = asOwner();
                var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            var values = new ArrayList<String>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    values.add(String.valueOf(rows.getString(1)));
                }
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The name of the run-time role. */
    public String appRole() {
        return app.name();
    }

    /** The name of the owner role. */
    public String ownerRole() {
        return owner.name();
    }

    String jdbcUrl() {
        return jdbcUrl;
    }

    Role owner() {
        return owner;
    }

    Role app() {
        return app;
    }
}
