package org.ectsuite.auth.social;

import java.security.MessageDigest;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.ectsuite.auth.opaque.OpaqueToken;
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
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Whether an ID token is the provider's word to us about the sign-in that this browser began (OpenID Connect Core 3.1.3.7).
 *
 * @param issuers who may have signed it
 * @param clientId whom it must be for
 */
record IdTokenCheck(IssuerRule issuers, String clientId, Clock clock) {

    private static final int SKEW_SECONDS = 30;
    /** The token was made for the exchange a moment ago. */
    private static final int OLDEST_SECONDS = 600;

    private static final int LONGEST = 16 * 1024;
    private static final int LONGEST_SUBJECT = 255;
    /** No algorithm with a shared secret, and not "none". */
    private static final AlgorithmConstraints SIGNATURES =
            new AlgorithmConstraints(ConstraintType.PERMIT, "RS256", "ES256", "PS256");

    /** What came of it. */
    sealed interface Verdict {

        /** The word is good. */
        record Good(String issuer, String subject, Map<String, Object> claims) implements Verdict {}

        /** Its key is not among those that we have: they may have been changed. */
        record UnknownKey() implements Verdict {}

        /** It is not to be believed. */
        record Bad() implements Verdict {}
    }

    /**
     * Looks at a token.
     *
     * @param jwks the provider's keys (RFC 7517)
     * @param nonceHash of the value that we gave along
     */
    Verdict check(@Nullable String jwt, String jwks, byte[] nonceHash) {
        if (jwt == null || jwt.length() > LONGEST) {
            return new Verdict.Bad();
        }
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(SIGNATURES)
                    .setVerificationKeyResolver(
                            new JwksVerificationKeyResolver(new JsonWebKeySet(jwks).getJsonWebKeys()))
                    .setExpectedAudience(true, clientId)
                    .setRequireSubject()
                    .setRequireExpirationTime()
                    .setRequireIssuedAt()
                    .setIssuedAtRestrictions(SKEW_SECONDS, OLDEST_SECONDS)
                    .setAllowedClockSkewInSeconds(SKEW_SECONDS)
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(jwt);
            return judge(claims, nonceHash);
        } catch (InvalidJwtException e) {
            return e.getCause() instanceof UnresolvableKeyException ? new Verdict.UnknownKey() : new Verdict.Bad();
        } catch (MalformedClaimException | JoseException e) {
            return new Verdict.Bad();
        }
    }

    private Verdict judge(JwtClaims claims, byte[] nonceHash) throws MalformedClaimException {
        String issuer = claims.getIssuer();
        String subject = claims.getSubject();
        Map<String, Object> all = claims.getClaimsMap();
        boolean nonce = Optional.ofNullable(claims.getStringClaimValue("nonce"))
                .flatMap(OpaqueToken::parse)
                .filter(given -> MessageDigest.isEqual(given.hash(), nonceHash))
                .isPresent();
        String party = claims.getStringClaimValue("azp");
        boolean ours = party == null ? claims.getAudience().size() == 1 : party.equals(clientId);
        boolean good = issuer != null
                && issuers.token(issuer, all)
                && !subject.isEmpty()
                && subject.length() <= LONGEST_SUBJECT
                && nonce
                && ours;
        return good ? new Verdict.Good(issuer, subject, all) : new Verdict.Bad();
    }
}
