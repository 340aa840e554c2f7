package org.ectsuite.tokensecurity;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Callers for tests of what happens to them. */
final class Callers {
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final UUID USER = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    static final UUID SESSION = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8058");

    static final String KEY = "key-1";

    private Callers() {}

    /** A person whose token was issued then. */
    static Caller person(Instant issuedAt) {
        return new Caller(
                USER.toString(),
                USER,
                SESSION,
                "web",
                "Alice",
                "W1AW",
                Set.of(Roles.USER),
                Set.of(),
                issuedAt,
                issuedAt.plusSeconds(600),
                "token-1",
                KEY,
                null);
    }

    /** A service whose token was issued then. */
    static Caller service(Instant issuedAt) {
        return new Caller(
                "media-service",
                null,
                null,
                "media-service",
                null,
                null,
                Set.of(),
                Set.of(Scopes.REVOCATIONS_READ),
                issuedAt,
                issuedAt.plusSeconds(600),
                "token-2",
                KEY,
                null);
    }
}
