package org.ectsuite.auth;

import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.ectsuite.secrets.SealedColumn;
import org.ectsuite.testsupport.SealedColumnRules;

@QuarkusTest
class SealedColumnsTest extends SealedColumnRules {

    @Inject
    @All
    List<SealedColumn> columns;

    @Override
    protected List<Column> columns() {
        return columns.stream()
                .map(column -> new Column(column.table(), column.column(), column.key()))
                .toList();
    }
}
