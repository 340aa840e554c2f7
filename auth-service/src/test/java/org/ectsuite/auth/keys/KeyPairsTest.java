package org.ectsuite.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.junit.jupiter.api.Test;

class KeyPairsTest {

    @Test
    void the_private_part_signs_what_the_published_part_verifies() throws Exception {
        KeyPairs.Fresh fresh = KeyPairs.generate(SigningAlgorithm.ES256);

        Signature signer = Signature.getInstance("SHA256withECDSA");
        signer.initSign(KeyPairs.privateKey(SigningAlgorithm.ES256, fresh.pkcs8()));
        signer.update((byte) 42);
        byte[] signature = signer.sign();

        Signature verifier = Signature.getInstance("SHA256withECDSA");
        verifier.initVerify(
                (ECPublicKey) JsonWebKey.Factory.newJwk(fresh.publicJwk()).getKey());
        verifier.update((byte) 42);
        assertThat(verifier.verify(signature)).isTrue();
    }

    @Test
    void what_is_published_holds_no_private_part_and_says_what_it_is_for() throws Exception {
        KeyPairs.Fresh fresh = KeyPairs.generate(SigningAlgorithm.ES256);

        EllipticCurveJsonWebKey jwk = (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(fresh.publicJwk());

        assertThat(jwk.getEcPrivateKey()).isNull();
        assertThat(fresh.publicJwk()).doesNotContain("\"d\"");
        assertThat(jwk.getCurveName()).isEqualTo("P-256");
        assertThat(jwk.getAlgorithm()).isEqualTo("ES256");
        assertThat(jwk.getUse()).isEqualTo("sig");
    }

    @Test
    void the_kid_is_the_thumbprint() throws Exception {
        KeyPairs.Fresh fresh = KeyPairs.generate(SigningAlgorithm.ES256);

        JsonWebKey jwk = JsonWebKey.Factory.newJwk(fresh.publicJwk());

        assertThat(fresh.kid()).isEqualTo(jwk.getKeyId()).isEqualTo(jwk.calculateBase64urlEncodedThumbprint("SHA-256"));
    }

    @Test
    void the_set_does_not_depend_on_the_order_of_the_keys() throws Exception {
        String one = KeyPairs.generate(SigningAlgorithm.ES256).publicJwk();
        String two = KeyPairs.generate(SigningAlgorithm.ES256).publicJwk();

        String set = KeyPairs.jwks(List.of(one, two));

        assertThat(set).isEqualTo(KeyPairs.jwks(List.of(two, one)));
        assertThat(new JsonWebKeySet(set).getJsonWebKeys()).hasSize(2);
    }
}
