package org.ectsuite.testsupport;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * Makes access tokens as auth-service makes them, and such as an attacker would: {@code
 * TestTokens.user().roles("NCS").callsign("W1AW").audience("ectlog-service").sign()}.
 *
 * <p>Tokens are signed with the key that {@link AuthServer} publishes. A builder is immutable: every method gives a new
 * one.
 */
public final class TestTokens {
    /** The issuer of the tokens and of the fake auth-service. */
    public static final String ISSUER = AuthServer.PUBLIC_URL + "/auth";

    private static final List<String> SERVICES =
            List.of("auth-service", "ectlog-service", "media-service", "notification-service");
    private static final List<String> ROLES_UPWARDS = List.of("USER", "LOGGER", "NCS", "ADMIN");
    private static final Duration LIFE = Duration.ofMinutes(10);

    private static final SigningKeys KEYS = new SigningKeys();

    private final Map<String, Object> claims;
    private final Map<String, Object> headers;
    private final Clock clock;
    private final Duration age;
    private final Duration life;

    private TestTokens(
            Map<String, Object> claims, Map<String, Object> headers, Clock clock, Duration age, Duration life) {
        this.claims = claims;
        this.headers = headers;
        this.clock = clock;
        this.age = age;
        this.life = life;
    }

    /** A person with the role USER, a random id and a session of the browser. */
    public static TestTokens user() {
        return user(UUID.randomUUID());
    }

    /** The person with this id; with the role USER, in a session of the browser. */
    public static TestTokens user(UUID id) {
        return user(id.toString());
    }

    /**
     * The person with this subject; a text that is no UUID, like {@code "alice"}, becomes the same UUID on every call.
     */
    public static TestTokens user(String subject) {
        var id = idOf(subject);
        return blank().claim("sub", id.toString())
                .claim("sid", UUID.randomUUID().toString())
                .claim("client_id", "web")
                .claim("scope", "")
                .claim("name", id.toString().equals(subject) ? "Test Person" : subject)
                .roles("USER");
    }

    /** A service with a token of its own, by client credentials; it has no roles. */
    public static TestTokens service(String clientId) {
        return blank().claim("sub", clientId).claim("client_id", clientId).claim("scope", "");
    }

    /** The id that {@link #user(String)} gives to a subject. */
    public static UUID idOf(String subject) {
        try {
            return UUID.fromString(subject);
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static TestTokens blank() {
        return new TestTokens(Map.of(), Map.of(), Clock.systemUTC(), Duration.ZERO, LIFE)
                .claim("iss", ISSUER)
                .claim("aud", SERVICES)
                .header("typ", "at+jwt");
    }

    /** Grants roles; as in auth-service each one brings the roles below it (NCS: USER, LOGGER, NCS). */
    public TestTokens roles(String... roles) {
        var expanded = new LinkedHashSet<String>();
        for (var role : roles) {
            int rank = ROLES_UPWARDS.indexOf(role);
            if (rank < 0) {
                expanded.add(role);
            } else {
                expanded.addAll(ROLES_UPWARDS.subList(0, rank + 1));
            }
        }
        return claim("groups", List.copyOf(expanded));
    }

    /** Grants exactly these scopes. */
    public TestTokens scopes(String... scopes) {
        return claim("scope", String.join(" ", scopes));
    }

    /** The callsign shown for the person. */
    public TestTokens callsign(String callsign) {
        return claim("callsign", callsign);
    }

    /** The name shown for the person. */
    public TestTokens name(String name) {
        return claim("name", name);
    }

    /** The session the token belongs to. */
    public TestTokens session(UUID session) {
        return claim("sid", session.toString());
    }

    /** The services the token is for; all four unless said. */
    public TestTokens audience(String... services) {
        return claim("aud", List.of(services));
    }

    /** Another issuer than {@link #ISSUER}. */
    public TestTokens issuer(String issuer) {
        return claim("iss", issuer);
    }

    /** The token's own id; random unless said. */
    public TestTokens tokenId(String id) {
        return claim("jti", id);
    }

    /** Any other claim. */
    public TestTokens claim(String name, Object value) {
        var more = new LinkedHashMap<>(claims);
        more.put(name, value);
        return new TestTokens(more, headers, clock, age, life);
    }

    /** Leaves a claim out, {@code iat}, {@code exp} and {@code jti} included. */
    public TestTokens without(String claim) {
        return claim(claim, Absent.ABSENT);
    }

    /** Any header parameter, {@code typ} and {@code kid} included. */
    public TestTokens header(String name, Object value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new TestTokens(claims, more, clock, age, life);
    }

    /** Leaves a header parameter out. */
    public TestTokens withoutHeader(String name) {
        return header(name, Absent.ABSENT);
    }

    /** The {@code typ} of the header; {@code at+jwt} unless said. */
    public TestTokens type(String type) {
        return header("typ", type);
    }

    /** Issues by this clock; the system's unless said. */
    public TestTokens at(Clock other) {
        return new TestTokens(claims, headers, other, age, life);
    }

    /** Issued this long ago; negative for the future. */
    public TestTokens issuedBefore(Duration ago) {
        return new TestTokens(claims, headers, clock, ago, life);
    }

    /** Accepted this long after it was issued; ten minutes unless said. */
    public TestTokens life(Duration duration) {
        return new TestTokens(claims, headers, clock, age, duration);
    }

    /** A token that was good and expired an hour ago. */
    public TestTokens expired() {
        return issuedBefore(Duration.ofHours(1).plus(LIFE)).life(LIFE);
    }

    /** Signs as auth-service does: ES256 with the published key. */
    public String sign() {
        return sign(KEYS.current(), AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    }

    /** The value of an {@code Authorization} header with this token. */
    public String bearer() {
        return "Bearer " + sign();
    }

    /** Signs with a key of our own under the name ({@code kid}) of the published key. */
    public String signWithForgedKey() {
        return header("kid", KEYS.current().getKeyId())
                .sign(SigningKeys.generate(), AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    }

    /** Signs with a key that nobody published, under its own name. */
    public String signWithUnknownKey() {
        return sign(SigningKeys.generate(), AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    }

    /** Leaves the signature out: {@code alg: none}. */
    public String unsigned() {
        return compact(jws -> {
            jws.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.NONE);
        });
    }

    /** The key confusion attack: an HMAC (HS256) keyed with the public key that everybody can fetch. */
    public String signWithPublicKeyAsSecret() {
        var key = KEYS.current();
        return compact(jws -> {
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
            jws.setKey(new HmacKey(key.getPublicKey().getEncoded()));
            name(jws, key);
        });
    }

    /** Signs with RS256 and a key of our own under the name of the published key. */
    public String signRs256() {
        return compact(jws -> {
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
            try {
                jws.setKey(RsaJwkGenerator.generateJwk(2048).getPrivateKey());
            } catch (JoseException e) {
                throw new IllegalStateException(e);
            }
            name(jws, KEYS.current());
        });
    }

    /** Signs with ES384, a sound algorithm that is not on the list. */
    public String signEs384() {
        return compact(jws -> {
            jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P384_CURVE_AND_SHA384);
            try {
                jws.setKey(EcJwkGenerator.generateJwk(EllipticCurves.P384).getPrivateKey());
            } catch (JoseException e) {
                throw new IllegalStateException(e);
            }
            name(jws, KEYS.current());
        });
    }

    /** A properly signed token whose claims were changed afterwards: it says ADMIN and keeps the old signature. */
    public String tampered() {
        var good = sign().split("\\.", -1);
        var other = roles("ADMIN").sign().split("\\.", -1);
        return good[0] + "." + other[1] + "." + good[2];
    }

    /** The key set that auth-service would publish. */
    public static String jwks() {
        return KEYS.publicSet();
    }

    /** From now on signs with a fresh key; the old one stays published. */
    public static void rotateKey() {
        KEYS.rotate();
    }

    private String sign(EllipticCurveJsonWebKey key, String algorithm) {
        return compact(jws -> {
            jws.setAlgorithmHeaderValue(algorithm);
            jws.setKey(key.getPrivateKey());
            name(jws, key);
        });
    }

    private void name(JsonWebSignature jws, EllipticCurveJsonWebKey key) {
        if (headers.get("kid") != Absent.ABSENT) {
            jws.setKeyIdHeaderValue(key.getKeyId());
        }
    }

    /** Sets algorithm, key and key id. */
    @FunctionalInterface
    private interface Signer {
        void prepare(JsonWebSignature jws);
    }

    private String compact(Signer signer) {
        var issuedAt = clock.instant().minus(age);
        var payload = new JwtClaims();
        payload.setIssuedAt(NumericDate.fromSeconds(issuedAt.getEpochSecond()));
        payload.setExpirationTime(NumericDate.fromSeconds(issuedAt.plus(life).getEpochSecond()));
        payload.setJwtId(UUID.randomUUID().toString());
        claims.forEach((name, value) -> {
            if (value == Absent.ABSENT) {
                payload.unsetClaim(name);
            } else {
                payload.setClaim(name, value instanceof Instant at ? at.getEpochSecond() : value);
            }
        });
        var jws = new JsonWebSignature();
        jws.setPayload(payload.toJson());
        signer.prepare(jws);
        headers.forEach((name, value) -> {
            if (value != Absent.ABSENT) {
                jws.getHeaders().setObjectHeaderValue(name, value);
            }
        });
        try {
            return jws.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Marks a claim or header that is left out. */
    private enum Absent {
        ABSENT
    }

    /** The keys of the fake auth-service: the last one signs, all are published. */
    private static final class SigningKeys {
        private final List<EllipticCurveJsonWebKey> keys = new ArrayList<>(List.of(generate()));

        static EllipticCurveJsonWebKey generate() {
            try {
                var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
                key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
                key.setUse("sig");
                key.setKeyId(key.calculateBase64urlEncodedThumbprint("SHA-256"));
                return key;
            } catch (JoseException e) {
                throw new IllegalStateException(e);
            }
        }

        synchronized EllipticCurveJsonWebKey current() {
            return keys.getLast();
        }

        synchronized void rotate() {
            keys.add(generate());
        }

        synchronized String publicSet() {
            var all = keys.stream()
                    .map(key -> key.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))
                    .toList();
            return Json.write(Map.of("keys", all));
        }
    }
}
