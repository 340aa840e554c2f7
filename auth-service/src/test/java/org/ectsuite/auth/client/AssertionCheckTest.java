package org.ectsuite.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.function.Consumer;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class AssertionCheckTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final String ISSUER = "https://ect.example/auth";

    private final EllipticCurveJsonWebKey key = key();
    private final AssertionCheck check =
            new AssertionCheck(Set.of(ISSUER, ISSUER + "/oauth/token"), Clock.fixed(NOW, ZoneOffset.UTC));

    private static EllipticCurveJsonWebKey key() {
        try {
            return EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private String jwks() {
        return "{\"keys\":[" + key.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY) + "]}";
    }

    private static JwtClaims claims() {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer("client-1");
        claims.setSubject("client-1");
        claims.setAudience(ISSUER);
        claims.setJwtId("once");
        claims.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() + 60));
        return claims;
    }

    private String signed(Consumer<JwtClaims> change) throws JoseException {
        JwtClaims claims = claims();
        change.accept(claims);
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("ES256");
        jws.setKey(key.getPrivateKey());
        jws.setPayload(claims.toJson());
        return jws.getCompactSerialization();
    }

    private void refuses(Consumer<JwtClaims> change) throws JoseException {
        assertThat(check.check(signed(change), "client-1", jwks())).isEmpty();
    }

    @Test
    void takes_what_the_client_has_signed_for_us() throws Exception {
        String jwt = signed(claims -> {});

        assertThat(AssertionCheck.claimedClient(jwt)).contains("client-1");
        assertThat(check.check(jwt, "client-1", jwks())).contains(new AssertionCheck.Good("once", NOW.plusSeconds(90)));
        assertThat(check.check(signed(claims -> claims.setAudience(ISSUER + "/oauth/token")), "client-1", jwks()))
                .isPresent();
    }

    @Test
    void takes_nothing_else() throws Exception {
        refuses(claims -> claims.setIssuer("client-2"));
        refuses(claims -> claims.setSubject("client-2"));
        refuses(claims -> claims.setAudience("https://elsewhere.example"));
        refuses(claims -> claims.unsetClaim("aud"));
        refuses(claims -> claims.unsetClaim("jti"));
        refuses(claims -> claims.unsetClaim("exp"));
        refuses(claims -> claims.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() - 31)));
        refuses(claims -> claims.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() + 3600)));
        refuses(claims -> claims.setNotBefore(NumericDate.fromSeconds(NOW.getEpochSecond() + 60)));
    }

    @Test
    void no_other_key_will_do_and_no_signature_neither() throws Exception {
        JsonWebSignature other = new JsonWebSignature();
        other.setAlgorithmHeaderValue("ES256");
        other.setKey(key().getPrivateKey());
        other.setPayload(claims().toJson());
        JsonWebSignature hmac = new JsonWebSignature();
        hmac.setAlgorithmHeaderValue("HS256");
        hmac.setKey(new HmacKey(jwks().getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        hmac.setPayload(claims().toJson());
        String unsigned = "eyJhbGciOiJub25lIn0."
                + java.util.Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(claims().toJson().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                + ".";

        assertThat(check.check(other.getCompactSerialization(), "client-1", jwks()))
                .isEmpty();
        assertThat(check.check(hmac.getCompactSerialization(), "client-1", jwks()))
                .isEmpty();
        assertThat(check.check(unsigned, "client-1", jwks())).isEmpty();
        assertThat(check.check("x.y.z", "client-1", jwks())).isEmpty();
        assertThat(AssertionCheck.claimedClient("x.y.z")).isEmpty();
    }
}
