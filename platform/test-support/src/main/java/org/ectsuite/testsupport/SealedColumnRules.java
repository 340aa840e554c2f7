package org.ectsuite.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** No sealed secret of a service is forgotten when the keys change. */
public abstract class SealedColumnRules {

    /** A column of sealed secrets as a change of keys knows it. */
    public record Column(String table, String column, String key) {}

    /** The columns that a change of keys reaches. */
    protected abstract List<Column> columns();

    @Test
    void a_change_of_keys_reaches_every_sealed_column_and_finds_it() {
        var known = columns().stream()
                .map(column -> column.table() + "." + column.column())
                .toList();

        assertThat(TestDatabase.current()
                        .query("select table_name || '.' || column_name from information_schema.columns"
                                + " where table_schema = 'public' and data_type = 'bytea'"
                                + " and (column_name like '%sealed%' or table_name = 'outbox_message')"))
                .containsExactlyInAnyOrderElementsOf(known);
        for (var column : columns()) {
            TestDatabase.current()
                    .query("select " + column.key() + "::text from " + column.table() + " where " + column.column()
                            + " is not null");
        }
    }
}
