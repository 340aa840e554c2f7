package org.ectsuite.auth.apikey;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An API key without its secret.
 *
 * @param id the user name of HTTP Basic at the token endpoint
 * @param name what its owner calls it
 * @param previousUntil until when the secret before the last rotation is good, too; absent if it is not
 */
@Schema(name = "ApiKey")
record ApiKeyView(
        UUID id,
        String name,
        List<String> scopes,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant rotatedAt,
        @Nullable Instant previousUntil,
        @Nullable Instant lastUsedAt) {

    static ApiKeyView of(ApiKey key, Instant now) {
        return new ApiKeyView(
                key.id,
                key.name,
                key.scopeSet().stream().map(KeyScope::text).toList(),
                key.createdAt,
                key.expiresAt,
                key.rotatedAt,
                key.previousUntil == null || !now.isBefore(key.previousUntil) ? null : key.previousUntil,
                key.lastUsedAt);
    }
}
