package org.ectsuite.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class DatabaseRightsTest {

    private static void asApp(String sql) throws SQLException {
        try (Connection connection = TestDatabase.current().asApp();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table mine (id int)",
                "drop table account",
                "alter table account add column x int",
                "truncate account",
                "delete from audit_event",
                "update audit_event set action = 'nothing.happened'",
                "truncate audit_event",
                "create role mallory",
                "create extension dblink"
            })
    void the_running_service_may_not(String sql) {
        assertThatThrownBy(() -> asApp(sql))
                .isInstanceOf(SQLException.class)
                .satisfies(refusal ->
                        assertThat(((SQLException) refusal).getSQLState()).isEqualTo("42501"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from account",
                "delete from revocation where until < now() - interval '1 year'",
                "select * from audit_event"
            })
    void the_running_service_may(String sql) throws SQLException {
        asApp(sql);
    }

    @Test
    void the_database_itself_refuses_what_the_rules_forbid() {
        Person.administrator();
        for (String sql : new String[] {
            "update account set callsign = 'no callsign'",
            "update account set gmrs_callsign = 'W1AW'",
            "update account set earlier_callsigns = repeat('W1AW ', 10) || 'W1AW'",
            "update account set earlier_callsigns = 'w1aw'",
            "update account set grid = 'fn31'",
            "update account set latitude = 1, longitude = null",
            "update account set latitude = 91, longitude = 1",
            "update account set grid = 'FN31', latitude = 1, longitude = 1",
            "update account set role = 'ROOT'",
            "update account set banned_at = now(), ban_reason = null",
            "update account set email_key = upper(email_key) || 'A'"
        }) {
            assertThatThrownBy(() -> TestDatabase.current()
                            .update(sql + " where id = (select min(id::text)::uuid from account)"))
                    .as(sql)
                    .hasStackTraceContaining("violates check constraint");
        }
    }
}
