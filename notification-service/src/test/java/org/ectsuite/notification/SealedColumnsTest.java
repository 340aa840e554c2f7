package org.ectsuite.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.ectsuite.secrets.SealedColumn;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.Test;

/** No sealed secret is forgotten when the keys change. */
@QuarkusTest
class SealedColumnsTest {

    @Inject
    @All
    List<SealedColumn> columns;

    @Test
    void a_change_of_keys_reaches_every_sealed_column_and_finds_it() {
        List<String> known = columns.stream()
                .map(column -> column.table() + "." + column.column())
                .toList();

        assertThat(TestDatabase.current()
                        .query("select table_name || '.' || column_name from information_schema.columns"
                                + " where table_schema = 'public' and data_type = 'bytea'"
                                + " and (column_name like '%sealed%' or table_name = 'outbox_message')"))
                .containsExactlyInAnyOrderElementsOf(known);
        for (SealedColumn column : columns) {
            TestDatabase.current()
                    .query("select " + column.key() + "::text from " + column.table() + " where " + column.column()
                            + " is not null");
        }
    }
}
