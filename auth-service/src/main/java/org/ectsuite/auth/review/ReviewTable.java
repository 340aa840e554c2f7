package org.ectsuite.auth.review;

import java.util.Arrays;
import java.util.List;
import org.ectsuite.webedge.table.CsvText;
import org.jspecify.annotations.Nullable;

/** A review as a table for spreadsheets. */
final class ReviewTable {

    private static final List<String> COLUMNS = List.of(
            "e-mail",
            "name",
            "callsign",
            "role",
            "status",
            "last seen",
            "created",
            "sessions",
            "api keys",
            "identities",
            "passkeys",
            "second factor",
            "id");

    private ReviewTable() {}

    static String head() {
        return CsvText.head(COLUMNS);
    }

    static String rows(List<ReviewedAccount> accounts) {
        return CsvText.rows(accounts.stream().map(ReviewTable::cells).toList());
    }

    private static List<@Nullable String> cells(ReviewedAccount account) {
        return Arrays.asList(
                account.email(),
                account.name(),
                account.callsign(),
                account.role().name(),
                account.status().name(),
                account.lastSeenAt() == null ? null : account.lastSeenAt().toString(),
                account.createdAt().toString(),
                Long.toString(account.sessions()),
                Long.toString(account.apiKeys()),
                String.join(" ", account.identities()),
                Long.toString(account.passkeys()),
                account.secondFactor() ? "yes" : "no",
                account.id().toString());
    }
}
