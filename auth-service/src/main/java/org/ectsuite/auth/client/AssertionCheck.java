package org.ectsuite.auth.client;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;

/**
 * Whether a JWT shows that a client is who it says (RFC 7523 section 3, OpenID Connect Core section 9). That each is used
 * once is for others to see to.
 *
 * @param audiences what the client may call us: the issuer, or the token endpoint
 */
record AssertionCheck(Set<String> audiences, Clock clock) {

    static final Duration LONGEST_LIFE = Duration.ofMinutes(10);

    private static final int SKEW_SECONDS = 30;
    private static final int LONGEST = 4096;
    private static final AlgorithmConstraints SIGNATURES =
            new AlgorithmConstraints(ConstraintType.PERMIT, "ES256", "RS256", "PS256");

    AssertionCheck {
        audiences = Set.copyOf(audiences);
    }

    /**
     * A signature that is good.
     *
     * @param id known by it when it comes again
     * @param expiresAt until when it might be sent again
     */
    record Good(String id, Instant expiresAt) {}

    /** Whom an assertion claims to come from, before anything is checked. */
    static Optional<String> claimedClient(String jwt) {
        if (jwt.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setSkipAllValidators()
                    .setDisableRequireSignature()
                    .setSkipSignatureVerification()
                    .build()
                    .processToClaims(jwt);
            return Optional.ofNullable(claims.getSubject());
        } catch (InvalidJwtException | MalformedClaimException e) {
            return Optional.empty();
        }
    }

    Optional<Good> check(String jwt, String clientId, String jwks) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(SIGNATURES)
                    .setVerificationKeyResolver(
                            new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
                    .setExpectedIssuer(true, clientId)
                    .setExpectedSubject(clientId)
                    .setExpectedAudience(true, audiences.toArray(String[]::new))
                    .setRequireJwtId()
                    .setRequireExpirationTime()
                    .setMaxFutureValidityInMinutes((int) LONGEST_LIFE.toMinutes())
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(jwt);
            return Optional.of(new Good(
                    claims.getJwtId(),
                    Instant.ofEpochSecond(claims.getExpirationTime().getValue()).plusSeconds(SKEW_SECONDS)));
        } catch (InvalidJwtException | MalformedClaimException | JoseException e) {
            return Optional.empty();
        }
    }
}
