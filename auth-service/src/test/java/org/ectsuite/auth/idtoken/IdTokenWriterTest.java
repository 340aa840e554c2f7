package org.ectsuite.auth.idtoken;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.ectsuite.auth.keys.SigningAlgorithm;
import org.ectsuite.auth.keys.SigningKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IdTokenWriterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.700Z");
    private static final UUID ANN = UUID.fromString("0197a1b2-0000-7000-8000-000000000001");
    private static final UUID SESSION = UUID.fromString("0197a1b2-0000-7000-8000-000000000002");

    private final IdTokenWriter writer =
            new IdTokenWriter("https://ect.example/auth", Duration.ofMinutes(10), Clock.fixed(NOW, ZoneOffset.UTC));

    private static KeyPair pair(SigningAlgorithm algorithm) throws Exception {
        return KeyPairGenerator.getInstance(algorithm == SigningAlgorithm.ES256 ? "EC" : "RSA")
                .generateKeyPair();
    }

    private static IdToken token(@Nullable String nonce) {
        return new IdToken(
                ANN,
                "client-1",
                SESSION,
                NOW.minusSeconds(60),
                "urn:ect:acr:mailbox",
                List.of("email"),
                nonce,
                "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y");
    }

    @ParameterizedTest
    @EnumSource(SigningAlgorithm.class)
    void is_signed_as_the_client_wants_it(SigningAlgorithm algorithm) throws Exception {
        KeyPair pair = algorithm == SigningAlgorithm.RS256 ? pair(algorithm) : curve();

        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(
                writer.write(token("n"), new SigningKey("kid-1", algorithm, pair.getPrivate())));
        signature.setKey(pair.getPublic());

        assertThat(signature.getAlgorithmHeaderValue()).isEqualTo(algorithm.name());
        assertThat(signature.getHeader("typ")).isEqualTo("JWT");
        assertThat(signature.getKeyIdHeaderValue()).isEqualTo("kid-1");
        assertThat(signature.verifySignature()).isTrue();
    }

    private static KeyPair curve() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new java.security.spec.ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private JwtClaims claims(@Nullable String nonce) throws Exception {
        JsonWebSignature signature = new JsonWebSignature();
        KeyPair pair = curve();
        signature.setCompactSerialization(
                writer.write(token(nonce), new SigningKey("kid-1", SigningAlgorithm.ES256, pair.getPrivate())));
        signature.setKey(pair.getPublic());
        return JwtClaims.parse(signature.getPayload());
    }

    @Test
    void says_who_when_how_and_to_whom() throws Exception {
        JwtClaims claims = claims("n");

        assertThat(claims.getIssuer()).isEqualTo("https://ect.example/auth");
        assertThat(claims.getSubject()).isEqualTo(ANN.toString());
        assertThat(claims.getAudience()).containsExactly("client-1");
        assertThat(claims.getIssuedAt().getValue()).isEqualTo(NOW.getEpochSecond());
        assertThat(claims.getExpirationTime().getValue()).isEqualTo(NOW.getEpochSecond() + 600);
        assertThat(claims.getClaimValue("auth_time")).isEqualTo(NOW.getEpochSecond() - 60);
        assertThat(claims.getStringClaimValue("nonce")).isEqualTo("n");
        assertThat(claims.getStringClaimValue("acr")).isEqualTo("urn:ect:acr:mailbox");
        assertThat(claims.getStringListClaimValue("amr")).containsExactly("email");
        assertThat(claims.getStringClaimValue("sid")).isEqualTo(SESSION.toString());
    }

    @Test
    void has_no_nonce_unless_the_client_sent_one() throws Exception {
        assertThat(claims(null).getClaimNames()).doesNotContain("nonce");
    }

    /** OpenID Connect Core, appendix A.3, has this access token and this hash. */
    @Test
    void is_bound_to_its_access_token_as_the_example_of_the_standard() throws Exception {
        assertThat(claims(null).getStringClaimValue("at_hash")).isEqualTo("77QmUPtjPfzWtF2AnpK9RQ");
    }
}
