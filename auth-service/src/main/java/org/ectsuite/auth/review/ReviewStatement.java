package org.ectsuite.auth.review;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ectsuite.webedge.page.Cursor;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** A review as a statement and its values. */
final class ReviewStatement {

    private static final String BANNED = "(a.banned_at is not null and (a.ban_until is null or a.ban_until > $1))";

    private static final String SELECT = """
            select a.id, a.email, a.name, a.callsign, a.role, a.last_seen_at, a.created_at,
                   case when %s then a.ban_kind end as closed, s.number as sessions, k.number as api_keys,
                   i.providers as identities, p.number as passkeys, f.present as second_factor
              from account a
              cross join lateral (select count(*) as number from session
                    where account_id = a.id and client_id is null and ended_at is null and idle_until > $1) s
              cross join lateral (select count(*) as number from api_key
                    where account_id = a.id and revoked_at is null and expires_at > $1) k
              cross join lateral (select coalesce(array_agg(lower(provider) order by provider), '{}') as providers
                    from identity where account_id = a.id) i
              cross join lateral (select count(*) as number from passkey where account_id = a.id) p
              cross join lateral (select exists (select from totp
                    where account_id = a.id and confirmed_at is not null) as present) f
            """.formatted(BANNED);

    private final List<String> conditions = new ArrayList<>(List.of("a.ban_kind not in ('ERASURE', 'MERGER')"));
    private final Tuple values = Tuple.tuple();

    ReviewStatement(ReviewQuery query, @Nullable String cursor, Instant now) {
        values.addOffsetDateTime(now.atOffset(ZoneOffset.UTC));
        if (query.role != null) {
            values.addString(query.role.name());
            conditions.add("a.role = $" + values.size());
        }
        if (query.status != null) {
            conditions.add(
                    switch (query.status) {
                        case ACTIVE -> "not " + BANNED;
                        case BANNED -> BANNED + " and a.ban_kind = 'SUSPENSION'";
                        case DEACTIVATED -> BANNED + " and a.ban_kind = 'DEACTIVATION'";
                        // What is left of them has access to nothing.
                        case ERASED, MERGED -> "false";
                    });
        }
        if (query.inactiveDays != null) {
            values.addOffsetDateTime(
                    now.minus(Duration.ofDays(query.inactiveDays)).atOffset(ZoneOffset.UTC));
            conditions.add("(a.last_seen_at is null or a.last_seen_at < $" + values.size() + ")");
        }
        if (query.apiKeys != null) {
            conditions.add(query.apiKeys ? "k.number > 0" : "k.number = 0");
        }
        if (query.identities != null) {
            conditions.add(query.identities ? "i.providers <> '{}'" : "i.providers = '{}'");
        }
        if (query.passkeys != null) {
            conditions.add(query.passkeys ? "p.number > 0" : "p.number = 0");
        }
        if (query.sessions != null) {
            conditions.add(query.sessions ? "s.number > 0" : "s.number = 0");
        }
        if (query.secondFactor != null) {
            conditions.add(query.secondFactor ? "f.present" : "not f.present");
        }
        if (cursor != null) {
            values.addUUID(id(cursor));
            conditions.add("a.id < $" + values.size());
        }
    }

    /** Newest accounts first. */
    String sql(int limit) {
        return SELECT + " where " + String.join(" and ", conditions) + " order by a.id desc limit " + limit;
    }

    Tuple values() {
        return values;
    }

    /** Fails unless this is none or a cursor of the list. */
    static void check(@Nullable String cursor) {
        if (cursor != null) {
            id(cursor);
        }
    }

    private static UUID id(String cursor) {
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not a cursor of this list");
        }
    }
}
