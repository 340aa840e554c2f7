package org.ectsuite.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTest {

    @Test
    void keeps_what_was_written_over_a_restart_and_lets_nobody_in_without_the_password(@TempDir Path folder)
            throws Exception {
        // Given
        StackFolders folders = TestStack.folders(folder);
        StackSecrets secrets = StackSecrets.in(folders.secrets());
        Ports ports = TestStack.freePorts();
        try (Database database = Database.start(folders, ports, secrets);
                Connection owner = database.connectAsOwner(Service.AUTH, secrets);
                Statement statement = owner.createStatement()) {
            statement.execute("CREATE TABLE kept (word text)");
            statement.execute("GRANT SELECT ON kept TO " + Database.appRole(Service.AUTH));
            statement.execute("INSERT INTO kept VALUES ('here')");
        }

        // When
        try (Database database = Database.start(folders, ports, secrets)) {

            // Then
            String url = "jdbc:" + database.url(Service.AUTH);
            String role = Database.appRole(Service.AUTH);
            try (Connection app = DriverManager.getConnection(url, role, secrets.databasePassword(Service.AUTH));
                    Statement statement = app.createStatement();
                    ResultSet result = statement.executeQuery("SELECT word FROM kept")) {
                assertThat(result.next()).isTrue();
                assertThat(result.getString(1)).isEqualTo("here");
            }
            assertThatThrownBy(() -> DriverManager.getConnection(url, role, "a guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void the_run_time_role_can_neither_make_tables_nor_enter_the_database_of_another_service(@TempDir Path folder)
            throws Exception {
        // Given
        StackFolders folders = TestStack.folders(folder);
        StackSecrets secrets = StackSecrets.in(folders.secrets());

        // When
        try (Database database = Database.start(folders, TestStack.freePorts(), secrets)) {

            // Then
            String role = Database.appRole(Service.ECTLOG);
            String password = secrets.databasePassword(Service.ECTLOG);
            try (Connection app = DriverManager.getConnection("jdbc:" + database.url(Service.ECTLOG), role, password);
                    Statement statement = app.createStatement()) {
                assertThatThrownBy(() -> statement.execute("CREATE TABLE mine (n int)"))
                        .hasMessageContaining("permission denied");
            }
            assertThatThrownBy(() -> DriverManager.getConnection("jdbc:" + database.url(Service.AUTH), role, password))
                    .hasMessageContaining("permission denied");
        }
    }
}
