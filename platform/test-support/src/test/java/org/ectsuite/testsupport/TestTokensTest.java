package org.ectsuite.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.StreamSupport;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.JwksVerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

/** A library that knows nothing of ours judges the tokens. */
class TestTokensTest {
    private static JwtContext accept(String token) throws InvalidJwtException, JoseException {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(
                        new JwksVerificationKeyResolver(new JsonWebKeySet(TestTokens.jwks()).getJsonWebKeys()))
                .setExpectedType(true, "at+jwt")
                .setExpectedIssuer(TestTokens.ISSUER)
                .setExpectedAudience("ectlog-service")
                .setRequireExpirationTime()
                .setRequireIssuedAt()
                .setRequireJwtId()
                .setRequireSubject()
                .build()
                .process(token);
    }

    private static JsonNode part(String token, int index) {
        return Json.read(Base64.getUrlDecoder().decode(token.split("\\.", -1)[index]));
    }

    @Test
    void a_good_token_is_good() throws Exception {
        var claims = accept(
                        TestTokens.user("alice").roles("NCS").callsign("W1AW").sign())
                .getJwtClaims();

        assertThat(claims.getSubject()).isEqualTo(TestTokens.idOf("alice").toString());
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("USER", "LOGGER", "NCS");
        assertThat(claims.getStringClaimValue("callsign")).isEqualTo("W1AW");
        assertThat(claims.getStringClaimValue("client_id")).isEqualTo("web");
        assertThat(claims.hasClaim("sid")).isTrue();
    }

    @Test
    void a_service_has_neither_session_nor_roles() throws Exception {
        var claims = accept(TestTokens.service("media-service")
                        .scopes("revocations:read")
                        .sign())
                .getJwtClaims();

        assertThat(claims.getSubject()).isEqualTo("media-service");
        assertThat(claims.getStringClaimValue("scope")).isEqualTo("revocations:read");
        assertThat(claims.getClaimNames()).doesNotContain("sid", "groups", "name");
    }

    @Test
    void forged_expired_and_foreign_tokens_are_not_good() {
        var user = TestTokens.user();
        for (var token : new String[] {
            user.expired().sign(),
            user.issuer("https://evil.example/auth").sign(),
            user.audience("media-service").sign(),
            user.type("JWT").sign(),
            user.signWithForgedKey(),
            user.signWithUnknownKey(),
            user.tampered(),
            user.unsigned(),
            user.signWithPublicKeyAsSecret(),
            user.signRs256(),
            user.signEs384()
        }) {
            assertThatThrownBy(() -> accept(token)).isInstanceOf(InvalidJwtException.class);
        }
    }

    @Test
    void variants_say_what_they_are() {
        var user = TestTokens.user();

        assertThat(part(user.unsigned(), 0).path("alg").asText()).isEqualTo("none");
        assertThat(part(user.signWithPublicKeyAsSecret(), 0).path("alg").asText())
                .isEqualTo("HS256");
        assertThat(part(user.signRs256(), 0).path("alg").asText()).isEqualTo("RS256");
        assertThat(part(user.withoutHeader("kid").sign(), 0).has("kid")).isFalse();
        assertThat(part(user.without("exp").sign(), 1).has("exp")).isFalse();
        assertThat(part(user.tampered(), 1).path("groups").toString()).contains("ADMIN");
        assertThat(part(user.signWithForgedKey(), 0).path("kid"))
                .isEqualTo(part(user.sign(), 0).path("kid"));
    }

    @Test
    void publishes_the_old_key_beside_the_new_one_and_no_private_part() throws Exception {
        // Given
        var ofTheOldKey = TestTokens.user().sign();

        // When
        TestTokens.rotateKey();

        // Then
        accept(ofTheOldKey);
        accept(TestTokens.user().sign());
        var keys = Json.read(TestTokens.jwks().getBytes(StandardCharsets.UTF_8)).path("keys");
        assertThat(StreamSupport.stream(keys.spliterator(), false))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(key -> assertThat(key.has("d")).isFalse())
                .allSatisfy(key -> assertThat(key.path("use").asText()).isEqualTo("sig"));
    }
}
