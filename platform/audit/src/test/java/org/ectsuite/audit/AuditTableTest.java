package org.ectsuite.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.ectsuite.testsupport.AuthServerResource;
import org.ectsuite.testsupport.PostgresResource;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the run-time role may and may not do. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(AuthServerResource.class)
class AuditTableTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_event SET action = 'other'",
                "DELETE FROM audit_event",
                "TRUNCATE audit_event",
                "DROP TABLE audit_event",
                "ALTER TABLE audit_event DISABLE TRIGGER ALL",
                "INSERT INTO audit_event (position, id, at, actor_subject, actor_client, action, object_type, object_id,"
                        + " client_address, request_id)"
                        + " VALUES (1, gen_random_uuid(), now(), 's', 'c', 'a', 't', 'i', '-', '-')",
                "SELECT setval('audit_event_position_seq', 1)",
                "UPDATE audit_seal SET row_count = 0",
                "DELETE FROM audit_seal",
                "TRUNCATE audit_seal",
            })
    void the_run_time_role_cannot_rewrite_the_trail(String sql) throws SQLException {
        try (Connection connection = TestDatabase.current().asApp();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @Test
    void the_run_time_role_adds_and_reads() throws SQLException {
        try (Connection connection = TestDatabase.current().asApp();
                Statement statement = connection.createStatement()) {
            int added = statement.executeUpdate(
                    "INSERT INTO audit_event (id, at, actor_subject, actor_client, action, object_type, object_id,"
                            + " client_address, request_id)"
                            + " VALUES (gen_random_uuid(), now(), 's', 'c', 'a', 't', 'added-and-read', '-', '-')");

            assertThat(added).isEqualTo(1);
            try (var rows =
                    statement.executeQuery("SELECT position FROM audit_event WHERE object_id = 'added-and-read'")) {
                assertThat(rows.next()).isTrue();
            }
        }
    }
}
