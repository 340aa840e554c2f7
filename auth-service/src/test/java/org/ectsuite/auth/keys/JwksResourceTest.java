package org.ectsuite.auth.keys;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.ectsuite.auth.Person;
import org.ectsuite.testsupport.TestDatabase;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JwksResourceTest {

    private static Response jwks() {
        return Person.anonymous().get("/auth/jwks");
    }

    @Test
    void publishes_the_key_that_tokens_are_signed_with() throws Exception {
        // Given
        JsonWebSignature token = new JsonWebSignature();
        token.setCompactSerialization(Person.someone().accessToken());

        // When
        JsonWebKeySet keys = new JsonWebKeySet(jwks().asString());

        // Then
        JsonWebKey key = keys.findJsonWebKey(token.getKeyIdHeaderValue(), "EC", "sig", "ES256");
        token.setKey(key.getKey());
        assertThat(token.verifySignature()).isTrue();
    }

    @Test
    void may_be_kept_for_five_minutes_and_read_by_anybody() {
        Response response = jwks();

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.contentType()).startsWith("application/json");
        assertThat(response.header("Cache-Control")).isEqualTo("public, max-age=300");
    }

    @Test
    void shows_public_parts_alone() {
        assertThat(jwks().jsonPath().<java.util.Map<String, Object>>getList("keys"))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key.keySet())
                        .isEqualTo(
                                "EC".equals(key.get("kty"))
                                        ? java.util.Set.of("kty", "crv", "x", "y", "kid", "alg", "use")
                                        : java.util.Set.of("kty", "n", "e", "kid", "alg", "use")));
    }

    @Test
    void the_private_part_lies_sealed_in_the_database() {
        assertThat(TestDatabase.current()
                        .query("select encode(substring(private_sealed from 1 for 5), 'hex') from signing_key"
                                + " where state = 'ACTIVE' order by algorithm"))
                // The frame of a sealed secret, and the id of the key it is sealed under; PKCS #8 begins with 30.
                .containsExactly("0100000001", "0100000001");
    }
}
