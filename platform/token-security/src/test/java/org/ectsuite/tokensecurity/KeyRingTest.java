package org.ectsuite.tokensecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyRingTest {
    /** The key of RFC 7517, appendix A.1. */
    private static final String P256 =
            "\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4\","
                    + "\"y\":\"4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM\"";

    private static final String RSA =
            "\"kty\":\"RSA\",\"n\":\"sXchDaQebHnPiGvyDOAT4saGEUetSyo9MKLOoWFsueri23bOdgWp4Dy1Wl"
                    + "UzewbgBHod5pcM9H95GQRV3JDXboIRROSBigeC5yjU1hGzHHyXss8UDprecbAYxknTcQkhslANGRUZmdTOQ5qTRsLAt6BTYuyvVRdh"
                    + "S8exSZEy_c4gs_7svlJJQ4H9_NxsiIoLwAEk7-Q3UXERGYw_75IDrGA84-lA_-Ct4eTlXHBIY2EaV7t7LjJaynVJCpkv4LKjTTAumi"
                    + "GUIuQhrNhZLuF_RJLqHpM2kgWFLU7-VTdL1VbC2tejvcI2BlMkEpk1BzBZI0KQB0GaDWFLN-aEAw3vRw\",\"e\":\"AQAB\"";

    @Test
    void finds_a_key_by_its_id() {
        var ring = KeyRing.parse("{\"keys\":[{" + P256 + ",\"kid\":\"k1\",\"alg\":\"ES256\",\"use\":\"sig\"}]}");

        assertThat(ring.find("k1")).isNotNull();
        assertThat(ring.find("k2")).isNull();
    }

    @Test
    void use_and_algorithm_may_be_left_out() {
        assertThat(KeyRing.parse("{\"keys\":[{" + P256 + ",\"kid\":\"k1\"}]}").find("k1"))
                .isNotNull();
    }

    @Test
    void passes_over_keys_that_are_not_for_it() {
        var ring = KeyRing.parse("{\"keys\":[{" + RSA + ",\"kid\":\"rsa\",\"use\":\"sig\"},{" + P256
                + ",\"kid\":\"enc\",\"use\":\"enc\"},{" + P256 + ",\"kid\":\"ecdh\",\"alg\":\"ECDH-ES\"},{" + P256
                + "},{" + P256 + ",\"kid\":\"k1\"}]}");

        assertThat(ring.find("k1")).isNotNull();
        assertThat(ring.find("rsa")).isNull();
        assertThat(ring.find("enc")).isNull();
        assertThat(ring.find("ecdh")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "[]", "{}", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"AA\"}]}"})
    void refuses_what_holds_no_key(String jwks) {
        assertThatThrownBy(() -> KeyRing.parse(jwks)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void knows_whether_another_holds_the_same_keys() {
        // Given
        var before = TestTokens.jwks();
        var ring = KeyRing.parse(before);

        // When
        TestTokens.rotateKey();

        // Then
        assertThat(ring.holdsTheSameAs(KeyRing.parse(before))).isTrue();
        assertThat(ring.holdsTheSameAs(KeyRing.parse(TestTokens.jwks()))).isFalse();
    }
}
