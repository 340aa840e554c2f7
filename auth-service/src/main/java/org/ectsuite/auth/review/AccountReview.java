package org.ectsuite.auth.review;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.ectsuite.auth.account.AccountStatus;
import org.ectsuite.auth.account.Closing;
import org.ectsuite.auth.account.Role;
import org.ectsuite.webedge.page.Cursor;
import org.ectsuite.webedge.page.Page;
import org.jspecify.annotations.Nullable;

/** Looks at all accounts with what they hold. Reads only. */
@ApplicationScoped
class AccountReview {

    /** How many accounts are fetched at once where all are wanted. */
    private static final int BATCH = 500;

    private final Pool pool;
    private final Clock clock;

    AccountReview(Pool pool, Clock clock) {
        this.pool = pool;
        this.clock = clock;
    }

    Uni<Page<ReviewedAccount>> page(ReviewQuery query, int limit) {
        return page(query, query.cursor, limit);
    }

    private Uni<Page<ReviewedAccount>> page(ReviewQuery query, @Nullable String cursor, int limit) {
        ReviewStatement statement = new ReviewStatement(query, cursor, clock.instant());
        // One row too many proves that there is a next page.
        return pool.preparedQuery(statement.sql(limit + 1))
                .mapping(AccountReview::account)
                .execute(statement.values())
                .map(rows -> Page.of(
                        rows.stream().toList(), limit, account -> Cursor.encode(account.id()), account -> account));
    }

    /** All that fit, in portions. */
    Multi<Page<ReviewedAccount>> all(ReviewQuery query) {
        // Later the answer has begun, and could only break off.
        ReviewStatement.check(query.cursor);
        return Multi.createBy()
                .repeating()
                .uni(
                        () -> new AtomicReference<@Nullable String>(query.cursor),
                        next -> page(query, next.get(), BATCH).invoke(page -> next.set(page.next())))
                .whilst(page -> page.next() != null);
    }

    private static AccountStatus status(@Nullable String closed) {
        return closed == null
                ? AccountStatus.ACTIVE
                : Closing.valueOf(closed) == Closing.DEACTIVATION ? AccountStatus.DEACTIVATED : AccountStatus.BANNED;
    }

    private static ReviewedAccount account(Row row) {
        OffsetDateTime seen = row.getOffsetDateTime("last_seen_at");
        Instant created = row.getOffsetDateTime("created_at").toInstant();
        return new ReviewedAccount(
                row.getUUID("id"),
                row.getString("email"),
                row.getString("name"),
                row.getString("callsign"),
                Role.valueOf(row.getString("role")),
                status(row.getString("closed")),
                seen == null ? null : seen.toInstant(),
                created,
                row.getLong("sessions"),
                row.getLong("api_keys"),
                List.of(row.getArrayOfStrings("identities")),
                row.getLong("passkeys"),
                row.getBoolean("second_factor"));
    }
}
