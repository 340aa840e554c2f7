package org.ectsuite.auth.token;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.ectsuite.auth.keys.SigningKey;
import org.ectsuite.tokensecurity.ApiKeys;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

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
    /** A program showed a secret that a person made for it; nobody was there. */
    static final String ACR_API_KEY = "urn:ect:acr:api-key";
    /** A value of our own; RFC 8176 has none for it. */
    private static final String AMR_API_KEY = "api-key";

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
            case TokenSubject.KeyHolder holder -> describe(holder, claims);
            case TokenSubject.Delegate delegate -> describe(delegate, claims);
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
        display(person.name(), person.callsign(), claims);
        describe(person.provenAt(), person.assurance(), person.methods(), claims);
    }

    private void describe(TokenSubject.Delegate delegate, JwtClaims claims) {
        claims.setSubject(delegate.accountId().toString());
        List<String> audiences = new ArrayList<>(delegate.audiences());
        audiences.add(issuer);
        claims.setStringListClaim("aud", audiences);
        claims.setStringClaim("client_id", delegate.clientId());
        claims.setStringClaim("sid", delegate.sessionId().toString());
        claims.setStringClaim("scope", String.join(" ", delegate.scopes()));
        if (delegate.role() != null) {
            claims.setStringListClaim("groups", delegate.role().expanded());
            display(delegate.name(), delegate.callsign(), claims);
        }
        describe(delegate.signedInAt(), TokenSubject.Assurance.MAILBOX, delegate.methods(), claims);
    }

    private static void describe(
            Instant provenAt, TokenSubject.Assurance assurance, List<String> methods, JwtClaims claims) {
        claims.setClaim("auth_time", provenAt.getEpochSecond());
        claims.setStringClaim("acr", assurance.acr());
        claims.setStringListClaim("amr", methods);
    }

    private static void describe(TokenSubject.KeyHolder key, JwtClaims claims) {
        claims.setSubject(key.accountId().toString());
        claims.setStringListClaim("aud", key.audiences());
        claims.setStringClaim("client_id", ApiKeys.clientId(key.keyId()));
        claims.setStringClaim("sid", key.keyId().toString());
        claims.setStringListClaim("groups", key.role().expanded());
        display(key.name(), key.callsign(), claims);
        claims.setStringClaim("scope", String.join(" ", key.scopes()));
        claims.setStringClaim("acr", ACR_API_KEY);
        claims.setStringListClaim("amr", List.of(AMR_API_KEY));
    }

    private static void display(String name, @Nullable String callsign, JwtClaims claims) {
        if (!name.isEmpty()) {
            claims.setStringClaim("name", name);
        }
        if (callsign != null) {
            claims.setStringClaim("callsign", callsign);
        }
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
            signature.setAlgorithmHeaderValue(key.algorithm().name());
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
