package org.ectsuite.tokensecurity;

import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a text is an access token for this service (RFC 9068, RFC 8725). Revocation is not its matter.
 *
 * <p>The header is judged before any key is looked up, the signature before any claim is believed.
 */
final class TokenVerifier {
    /** How far the clocks of two machines may differ. */
    static final Duration SKEW = Duration.ofSeconds(30);

    /** No access token lives longer. */
    static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    /** Ours have some 600 characters; whoever sends more wants us to work. */
    static final int LONGEST_TOKEN = 8192;

    private static final int LONGEST_TEXT = 255;
    private static final String ES256 = AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256;
    private static final AlgorithmConstraints ES256_ONLY = new AlgorithmConstraints(ConstraintType.PERMIT, ES256);

    private final String issuer;
    private final String audience;
    private final Clock clock;

    /**
     * A verifier for one service.
     *
     * @param issuer the only accepted issuer
     * @param audience the service's name, which must be among a token's audiences
     */
    TokenVerifier(String issuer, String audience, Clock clock) {
        this.issuer = issuer;
        this.audience = audience;
        this.clock = clock;
    }

    /**
     * The caller a token speaks for.
     *
     * @throws TokenRefusedException if it is not acceptable
     */
    Caller verify(String token, KeyRing keys) {
        JsonWebSignature jws = parse(token);
        PublicKey key = keyFor(jws, keys);
        JwtClaims claims = signedClaims(jws, key);
        try {
            checkAddressees(claims);
            checkLifetime(claims);
            return caller(claims, String.valueOf(header(jws, "kid")));
        } catch (MalformedClaimException e) {
            throw new TokenRefusedException(TokenRefusal.MALFORMED);
        }
    }

    /**
     * Looks again at a caller that was accepted earlier.
     *
     * @throws TokenRefusedException if the token has expired since
     */
    void checkUnexpired(Caller caller) {
        if (hasExpired(caller.expiresAt())) {
            throw new TokenRefusedException(TokenRefusal.EXPIRED);
        }
    }

    private static JsonWebSignature parse(String token) {
        if (token.length() > LONGEST_TOKEN
                || token.chars().filter(c -> c == '.').count() != 2) {
            throw new TokenRefusedException(TokenRefusal.MALFORMED);
        }
        try {
            var jws = new JsonWebSignature();
            jws.setAlgorithmConstraints(ES256_ONLY);
            jws.setCompactSerialization(token);
            return jws;
        } catch (JoseException e) {
            throw new TokenRefusedException(TokenRefusal.MALFORMED);
        }
    }

    /** The key id in the header of a token, which nothing has checked yet. */
    static @Nullable String keyId(String token) {
        return header(parse(token), "kid");
    }

    private static PublicKey keyFor(JsonWebSignature jws, KeyRing keys) {
        if (!ES256.equals(header(jws, "alg"))) {
            throw new TokenRefusedException(TokenRefusal.ALGORITHM);
        }
        if (!isAccessTokenType(header(jws, "typ"))) {
            throw new TokenRefusedException(TokenRefusal.TYPE);
        }
        String keyId = header(jws, "kid");
        PublicKey key = keyId == null ? null : keys.find(keyId);
        if (key == null) {
            throw new TokenRefusedException(TokenRefusal.UNKNOWN_KEY);
        }
        return key;
    }

    /** A header parameter that is a text; a number or object in its place counts as absent. */
    private static @Nullable String header(JsonWebSignature jws, String name) {
        return jws.getHeaders().getObjectHeaderValue(name) instanceof String text ? text : null;
    }

    /** Media types are compared without regard to case, and {@code application/} may be left out (RFC 9068, section 4). */
    private static boolean isAccessTokenType(@Nullable String type) {
        if (type == null) {
            return false;
        }
        String lower = type.toLowerCase(Locale.ROOT);
        return lower.equals("at+jwt") || lower.equals("application/at+jwt");
    }

    private static JwtClaims signedClaims(JsonWebSignature jws, PublicKey key) {
        jws.setKey(key);
        boolean fits;
        try {
            fits = jws.verifySignature();
        } catch (JoseException e) {
            // A signature of the wrong size, or a critical header that nobody here understands.
            fits = false;
        }
        if (!fits) {
            throw new TokenRefusedException(TokenRefusal.SIGNATURE);
        }
        try {
            return JwtClaims.parse(jws.getPayload());
        } catch (InvalidJwtException | JoseException e) {
            throw new TokenRefusedException(TokenRefusal.MALFORMED);
        }
    }

    private void checkAddressees(JwtClaims claims) throws MalformedClaimException {
        if (!issuer.equals(claims.getIssuer())) {
            throw new TokenRefusedException(TokenRefusal.ISSUER);
        }
        if (!claims.hasAudience() || !claims.getAudience().contains(audience)) {
            throw new TokenRefusedException(TokenRefusal.AUDIENCE);
        }
    }

    private void checkLifetime(JwtClaims claims) throws MalformedClaimException {
        Instant issuedAt = instant(claims.getIssuedAt());
        Instant expiresAt = instant(claims.getExpirationTime());
        NumericDate notBefore = claims.getNotBefore();
        Instant latestStart = clock.instant().plus(SKEW);
        if (issuedAt.isAfter(latestStart)
                || (notBefore != null && instant(notBefore).isAfter(latestStart))
                || expiresAt.isAfter(issuedAt.plus(LONGEST_LIFE))) {
            throw new TokenRefusedException(TokenRefusal.LIFETIME);
        }
        if (hasExpired(expiresAt)) {
            throw new TokenRefusedException(TokenRefusal.EXPIRED);
        }
    }

    private boolean hasExpired(Instant expiresAt) {
        return !clock.instant().isBefore(expiresAt.plus(SKEW));
    }

    private static Caller caller(JwtClaims claims, String keyId) throws MalformedClaimException {
        String subject = text(claims, "sub");
        UUID session = uuid(optionalText(claims, "sid"));
        // Only people have sessions; a service is known by its client id alone.
        UUID user = session == null ? null : uuid(subject);
        return new Caller(
                subject,
                user,
                session,
                text(claims, "client_id"),
                optionalText(claims, "name"),
                optionalText(claims, "callsign"),
                session == null ? Set.of() : roles(claims),
                scopes(claims),
                instant(claims.getIssuedAt()),
                instant(claims.getExpirationTime()),
                text(claims, "jti"),
                keyId,
                factorAt(claims));
    }

    private static @Nullable Instant factorAt(JwtClaims claims) throws MalformedClaimException {
        return switch (optionalText(claims, "acr")) {
            case StepUp.STRONG -> instant(claims.getNumericDateClaimValue("auth_time"));
            case StepUp.DUE -> Instant.EPOCH;
            case null, default -> null;
        };
    }

    private static Set<String> roles(JwtClaims claims) throws MalformedClaimException {
        return claims.hasClaim("groups") ? Set.copyOf(claims.getStringListClaimValue("groups")) : Set.of();
    }

    private static Set<String> scopes(JwtClaims claims) throws MalformedClaimException {
        String scope = claims.getStringClaimValue("scope");
        return scope == null || scope.isBlank()
                ? Set.of()
                : Set.copyOf(List.of(scope.strip().split(" +", -1)));
    }

    private static String text(JwtClaims claims, String name) throws MalformedClaimException {
        String value = optionalText(claims, name);
        if (value == null || value.isBlank()) {
            throw new TokenRefusedException(TokenRefusal.MALFORMED);
        }
        return value;
    }

    private static @Nullable String optionalText(JwtClaims claims, String name) throws MalformedClaimException {
        String value = claims.getStringClaimValue(name);
        if (value != null && value.length() > LONGEST_TEXT) {
            throw new TokenRefusedException(TokenRefusal.MALFORMED);
        }
        return value;
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equals(text.toLowerCase(Locale.ROOT))) {
                return id;
            }
        } catch (IllegalArgumentException e) {
            // Refused below.
        }
        throw new TokenRefusedException(TokenRefusal.MALFORMED);
    }

    private static Instant instant(@Nullable NumericDate date) {
        if (date == null) {
            throw new TokenRefusedException(TokenRefusal.MALFORMED);
        }
        return Instant.ofEpochSecond(date.getValue());
    }
}
