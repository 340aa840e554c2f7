package org.ectsuite.auth.logout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.auth.keys.SigningKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * What tells a client that somebody has signed out (OpenID Connect Back-Channel Logout section 2.4).
 *
 * @param id the same each time the same is told
 * @param sessionId the {@code sid} of the client's tokens
 */
record LogoutToken(UUID id, String clientId, UUID subject, UUID sessionId) {

    static final Duration LIFE = Duration.ofMinutes(2);

    private static final String EVENT = "http://schemas.openid.net/event/backchannel-logout";

    String sign(String issuer, SigningKey key, Clock clock) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject(subject.toString());
        claims.setAudience(clientId);
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.plus(LIFE).getEpochSecond()));
        claims.setJwtId(id.toString());
        claims.setStringClaim("sid", sessionId.toString());
        claims.setClaim("events", Map.of(EVENT, Map.of()));
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue(key.algorithm().name());
            signature.setHeader("typ", "logout+jwt");
            signature.setKeyIdHeaderValue(key.kid());
            signature.setPayload(claims.toJson());
            signature.setKey(key.privateKey());
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("A logout token could not be signed", e);
        }
    }
}
