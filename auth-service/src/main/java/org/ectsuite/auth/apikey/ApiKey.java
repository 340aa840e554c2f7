package org.ectsuite.auth.apikey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of the table of API keys. */
@Entity
@Table(name = "api_key")
class ApiKey {

    @Id
    UUID id;

    @Column(name = "account_id", nullable = false)
    UUID accountId;

    @Column(nullable = false, length = 100)
    String name;

    @Column(nullable = false, length = 200)
    String scopes;

    @Column(name = "secret_hash", nullable = false)
    byte[] secretHash;

    @Column(name = "previous_hash")
    byte @Nullable [] previousHash;

    @Column(name = "previous_until")
    @Nullable Instant previousUntil;

    @Column(name = "life_days", nullable = false)
    int lifeDays;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    Instant expiresAt;

    @Column(name = "rotated_at")
    @Nullable Instant rotatedAt;

    @Column(name = "last_used_at")
    @Nullable Instant lastUsedAt;

    @Column(name = "revoked_at")
    @Nullable Instant revokedAt;

    boolean opensWith(ApiKeySecret secret, Instant now) {
        boolean previous = secret.hashesTo(previousHash);
        return secret.hashesTo(secretHash) || (previous && previousUntil != null && now.isBefore(previousUntil));
    }

    boolean alive(Instant now) {
        return revokedAt == null && now.isBefore(expiresAt);
    }

    /** A scope that was withdrawn from the suite is none. */
    Set<KeyScope> scopeSet() {
        return Arrays.stream(scopes.split(" ", -1))
                .map(KeyScope::of)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(KeyScope.class)));
    }

    static String written(Collection<KeyScope> scopes) {
        return EnumSet.copyOf(scopes).stream().map(KeyScope::text).collect(Collectors.joining(" "));
    }
}
