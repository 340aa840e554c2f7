package org.ectsuite.auth.logout;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.UUID;
import org.ectsuite.auth.keys.SigningAlgorithm;
import org.ectsuite.auth.keys.SigningKey;
import org.junit.jupiter.api.Test;

class LogoutTokenTest {

    private static final String ISSUER = "https://ect.example/auth";

    @Test
    void is_taken_by_an_independent_library() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        LogoutToken token = new LogoutToken(UUID.randomUUID(), "client-1", UUID.randomUUID(), UUID.randomUUID());
        JWKSet keys = new JWKSet(new ECKey.Builder(Curve.P_256, (ECPublicKey) pair.getPublic())
                .keyID("kid-1")
                .build());

        String jwt = token.sign(
                ISSUER, new SigningKey("kid-1", SigningAlgorithm.ES256, pair.getPrivate()), Clock.systemUTC());

        LogoutTokenValidator validator =
                new LogoutTokenValidator(new Issuer(ISSUER), new ClientID("client-1"), JWSAlgorithm.ES256, keys);
        LogoutTokenClaimsSet claims = validator.validate(SignedJWT.parse(jwt));
        assertThat(SignedJWT.parse(jwt).getHeader().getType()).isEqualTo(new JOSEObjectType("logout+jwt"));
        assertThat(claims.getSubject().getValue()).isEqualTo(token.subject().toString());
        assertThat(claims.getSessionID().getValue()).isEqualTo(token.sessionId().toString());
        assertThat(claims.getJWTID().getValue()).isEqualTo(token.id().toString());
        assertThat(claims.getClaim("nonce")).isNull();
    }
}
