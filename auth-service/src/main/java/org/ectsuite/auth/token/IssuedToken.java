package org.ectsuite.auth.token;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jspecify.annotations.Nullable;

/**
 * What one of our access tokens says.
 *
 * @param sessionId null for a program in its own name
 */
public record IssuedToken(
        String issuer,
        String subject,
        List<String> audiences,
        String clientId,
        @Nullable UUID sessionId,
        List<String> scopes,
        String id,
        Instant issuedAt,
        Instant expiresAt) {

    static IssuedToken of(JwtClaims claims) throws MalformedClaimException {
        String sid = claims.getStringClaimValue("sid");
        String scope = claims.getStringClaimValue("scope");
        return new IssuedToken(
                claims.getIssuer(),
                claims.getSubject(),
                claims.getAudience(),
                claims.getStringClaimValue("client_id"),
                sid == null ? null : UUID.fromString(sid),
                scope == null || scope.isEmpty() ? List.of() : Arrays.asList(scope.split(" ", -1)),
                claims.getJwtId(),
                Instant.ofEpochSecond(claims.getIssuedAt().getValue()),
                Instant.ofEpochSecond(claims.getExpirationTime().getValue()));
    }
}
