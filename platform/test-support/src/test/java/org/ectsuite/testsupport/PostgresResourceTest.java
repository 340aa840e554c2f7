package org.ectsuite.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostgresResourceTest {
    private final PostgresResource resource = new PostgresResource();
    private Map<String, String> config = Map.of();

    @BeforeEach
    void start() {
        config = resource.start();
    }

    @AfterEach
    void stop() {
        resource.stop();
    }

    @Test
    void tells_how_to_reach_the_database() {
        assertThat(config)
                .containsOnlyKeys(
                        "ECT_DB_URL", "ECT_DB_USER", "ECT_DB_PASSWORD", "ECT_DB_OWNER_USER", "ECT_DB_OWNER_PASSWORD");
        assertThat(config.get("ECT_DB_URL")).matches("postgresql://127\\.0\\.0\\.1:[0-9]+/ect_[0-9a-f]+");
    }

    @Test
    void the_run_time_role_is_not_the_owner_and_no_superuser() {
        var roles = TestDatabase.current()
                .query(
                        "SELECT rolname || ':' || rolsuper FROM pg_roles WHERE rolname IN (?, ?) ORDER BY 1",
                        TestDatabase.current().appRole(),
                        TestDatabase.current().ownerRole());

        assertThat(roles)
                .containsExactly(
                        TestDatabase.current().appRole() + ":false",
                        TestDatabase.current().ownerRole() + ":false");
    }

    @Test
    void the_run_time_role_cannot_change_the_schema() throws SQLException {
        try (var connection = TestDatabase.current().asApp();
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE TABLE net (id int)"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void the_run_time_role_sees_only_what_it_was_granted() throws SQLException {
        // Given
        var database = TestDatabase.current();
        database.update("CREATE TABLE net (id int)");

        // When
        try (var connection = database.asApp();
                var statement = connection.createStatement()) {
            // Then
            assertThatThrownBy(() -> statement.execute("SELECT * FROM net")).hasMessageContaining("permission denied");
            database.update("GRANT SELECT ON net TO " + database.appRole());
            assertThat(statement.execute("SELECT * FROM net")).isTrue();
        }
    }

    @Test
    void a_wrong_password_is_refused() {
        var url = "jdbc:" + config.get("ECT_DB_URL");

        assertThatThrownBy(() -> DriverManager.getConnection(url, config.get("ECT_DB_USER"), "wrong"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void each_start_gives_an_empty_database_on_the_same_server() {
        // Given
        TestDatabase.current().update("CREATE TABLE net (id int)");
        var second = new PostgresResource();

        // When
        var other = second.start();

        // Then
        var tables = TestDatabase.current().query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'");
        second.stop();
        assertThat(tables).isEmpty();
        assertThat(server(other)).isEqualTo(server(config));
        assertThat(other.get("ECT_DB_URL")).isNotEqualTo(config.get("ECT_DB_URL"));
    }

    @Test
    void a_stopped_database_is_gone() {
        // Given
        var second = new PostgresResource();
        var url = "jdbc:" + second.start().get("ECT_DB_URL");

        // When
        second.stop();

        // Then
        assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", ""))
                .hasMessageContaining("does not exist");
        assertThatThrownBy(TestDatabase::current).isInstanceOf(IllegalStateException.class);
    }

    private static String server(Map<String, String> config) {
        var url = String.valueOf(config.get("ECT_DB_URL"));
        return url.substring(0, url.lastIndexOf('/'));
    }
}
