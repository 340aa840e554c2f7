package org.ectsuite.auth.idtoken;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;
import org.ectsuite.auth.keys.SigningKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Writes ID tokens to the letter of OpenID Connect Core sections 2 and 3.1.3.6.
 *
 * @param issuer the {@code iss} claim
 * @param life in whole seconds
 */
record IdTokenWriter(String issuer, Duration life, Clock clock) {

    String write(IdToken token, SigningKey key) {
        Instant now = clock.instant();
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setSubject(token.subject().toString());
        claims.setAudience(token.clientId());
        claims.setIssuedAt(NumericDate.fromSeconds(now.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(now.getEpochSecond() + life.toSeconds()));
        claims.setClaim("auth_time", token.signedInAt().getEpochSecond());
        claims.setStringClaim("acr", token.acr());
        claims.setStringListClaim("amr", token.methods());
        claims.setStringClaim("sid", token.sessionId().toString());
        claims.setStringClaim("at_hash", leftHalf(token.accessToken()));
        if (token.nonce() != null) {
            claims.setStringClaim("nonce", token.nonce());
        }
        return sign(claims, key);
    }

    /** Both algorithms hash with SHA-256; the left half of the hash binds the access token to this one. */
    static String leftHalf(String accessToken) {
        byte[] hash = DigestUtils.sha256(accessToken);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
    }

    private static String sign(JwtClaims claims, SigningKey key) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue(key.algorithm().name());
            signature.setHeader("typ", "JWT");
            signature.setKeyIdHeaderValue(key.kid());
            signature.setPayload(claims.toJson());
            signature.setKey(key.privateKey());
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("An ID token could not be signed", e);
        }
    }
}
