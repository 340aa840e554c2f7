package org.ectsuite.auth.token;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ectsuite.auth.keys.SigningKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;

/**
 * Writes access tokens to the letter of RFC 9068.
 *
 * @param issuer the {@code iss} claim
 * @param personAudiences the {@code aud} claim of people's tokens
 * @param life in whole seconds
 */
record TokenWriter(String issuer, List<String> personAudiences, Duration life, Clock clock) {

    static final String TYPE = "at+jwt";
    /** The client that people use is the suite's own web client. */
    static final String WEB_CLIENT = "web";
    /** Control of a mailbox was shown; less than a passkey would show. */
    static final String ACR_MAILBOX = "urn:ect:acr:mailbox";

    AccessToken write(TokenSubject subject, SigningKey key) {
        Instant issuedAt = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = issuedAt.plus(life);
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer);
        claims.setJwtId(UuidCreator.getTimeOrderedEpoch().toString());
        claims.setIssuedAt(NumericDate.fromSeconds(issuedAt.getEpochSecond()));
        claims.setExpirationTime(NumericDate.fromSeconds(expiresAt.getEpochSecond()));
        switch (subject) {
            case TokenSubject.Person person -> describe(person, claims);
            case TokenSubject.Program program -> describe(program, claims);
        }
        return new AccessToken(sign(claims, key), issuedAt, expiresAt);
    }

    private void describe(TokenSubject.Person person, JwtClaims claims) {
        claims.setSubject(person.accountId().toString());
        claims.setStringListClaim("aud", personAudiences);
        claims.setStringClaim("client_id", WEB_CLIENT);
        claims.setStringClaim("sid", person.sessionId().toString());
        claims.setStringListClaim("groups", person.role().expanded());
        if (!person.name().isEmpty()) {
            claims.setStringClaim("name", person.name());
        }
        if (person.callsign() != null) {
            claims.setStringClaim("callsign", person.callsign());
        }
        claims.setClaim("auth_time", person.signedInAt().getEpochSecond());
        claims.setStringClaim("acr", ACR_MAILBOX);
        claims.setStringListClaim("amr", person.methods());
    }

    private static void describe(TokenSubject.Program program, JwtClaims claims) {
        claims.setSubject(program.clientId());
        claims.setStringListClaim("aud", program.audiences());
        claims.setStringClaim("client_id", program.clientId());
        claims.setStringClaim("scope", String.join(" ", program.scopes()));
    }

    private static String sign(JwtClaims claims, SigningKey key) {
        try {
            JsonWebSignature signature = new JsonWebSignature();
            signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
            signature.setHeader("typ", TYPE);
            signature.setKeyIdHeaderValue(key.kid());
            signature.setPayload(claims.toJson());
            signature.setKey(key.privateKey());
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("An access token could not be signed", e);
        }
    }
}
