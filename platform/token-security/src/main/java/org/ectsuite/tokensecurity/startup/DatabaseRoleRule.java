package org.ectsuite.tokensecurity.startup;

import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The run-time role of the database may read and write rows and nothing else. */
final class DatabaseRoleRule {
    static final String PROPERTY = "quarkus.datasource.username (ECT_DB_USER)";

    /**
     * What PostgreSQL says of the role that this service works with.
     *
     * @param superuser may do everything
     * @param mayBypassRowSecurity sees rows that policies hide
     * @param mayCreateRoles may make itself a stronger role
     * @param mayCreateTables may change the schema
     */
    record Rights(boolean superuser, boolean mayBypassRowSecurity, boolean mayCreateRoles, boolean mayCreateTables) {
        private static final String QUERY = """
                SELECT rolsuper, rolbypassrls, rolcreaterole,
                       has_schema_privilege(current_user, current_schema(), 'CREATE')
                  FROM pg_roles
                 WHERE rolname = current_user""";

        /** Asks PostgreSQL, and waits for its answer. */
        static Rights ask(Pool pool, Duration patience) {
            Row row = pool.query(QUERY)
                    .execute()
                    .await()
                    .atMost(patience)
                    .iterator()
                    .next();
            return new Rights(row.getBoolean(0), row.getBoolean(1), row.getBoolean(2), row.getBoolean(3));
        }
    }

    private DatabaseRoleRule() {}

    static List<Finding> check(Rights rights) {
        var findings = new ArrayList<Finding>();
        if (rights.superuser()) {
            findings.add(new Finding(PROPERTY, "is a superuser of the database; give the service a role of its own"));
            return findings;
        }
        if (rights.mayBypassRowSecurity() || rights.mayCreateRoles()) {
            findings.add(new Finding(PROPERTY, "may create roles or bypass row security; take these rights away"));
        }
        if (rights.mayCreateTables()) {
            findings.add(new Finding(PROPERTY, "may change the schema; only the owner role may (ECT_DB_OWNER_USER)"));
        }
        return findings;
    }
}
