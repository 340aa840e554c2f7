package org.ectsuite.auth.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.ectsuite.auth.account.Role;
import org.ectsuite.auth.keys.SigningAlgorithm;
import org.ectsuite.auth.keys.SigningKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;

class TokenWriterTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.700Z");
    private static final UUID ACCOUNT = UUID.fromString("0197a1b2-0000-7000-8000-000000000001");
    private static final UUID SESSION = UUID.fromString("0197a1b2-0000-7000-8000-000000000002");

    private final KeyPair pair = keyPair();
    private final TokenWriter writer = new TokenWriter(
            "https://ect.example/auth",
            List.of("auth-service", "ectlog-service"),
            Duration.ofMinutes(10),
            Clock.fixed(NOW, ZoneOffset.UTC));

    private static KeyPair keyPair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TokenSubject.Person person(String name, @org.jspecify.annotations.Nullable String callsign) {
        return new TokenSubject.Person(
                ACCOUNT,
                SESSION,
                Role.NCS,
                name,
                callsign,
                NOW.minusSeconds(60),
                TokenSubject.Assurance.MAILBOX,
                List.of("email"));
    }

    private JsonWebSignature parse(AccessToken token, PublicKey key) throws Exception {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setCompactSerialization(token.text());
        signature.setKey(key);
        return signature;
    }

    private JwtClaims claims(TokenSubject subject) throws Exception {
        AccessToken token = writer.write(subject, new SigningKey("kid-1", SigningAlgorithm.ES256, pair.getPrivate()));
        JsonWebSignature signature = parse(token, pair.getPublic());
        assertThat(signature.verifySignature()).isTrue();
        return JwtClaims.parse(signature.getPayload());
    }

    @Test
    void is_an_access_token_by_its_header() throws Exception {
        AccessToken token =
                writer.write(person("Ann", null), new SigningKey("kid-1", SigningAlgorithm.ES256, pair.getPrivate()));

        JsonWebSignature signature = parse(token, pair.getPublic());

        assertThat(signature.getHeader("typ")).isEqualTo("at+jwt");
        assertThat(signature.getAlgorithmHeaderValue()).isEqualTo("ES256");
        assertThat(signature.getKeyIdHeaderValue()).isEqualTo("kid-1");
        assertThat(signature.verifySignature()).isTrue();
    }

    @Test
    void no_other_key_verifies_it() throws Exception {
        AccessToken token =
                writer.write(person("Ann", null), new SigningKey("kid-1", SigningAlgorithm.ES256, pair.getPrivate()));

        assertThat(parse(token, keyPair().getPublic()).verifySignature()).isFalse();
    }

    @Test
    void a_persons_token_says_exactly_what_services_decide_by() throws Exception {
        JwtClaims claims = claims(person("Ann", "W1AW"));

        assertThat(claims.getClaimNames())
                .containsExactlyInAnyOrder(
                        "iss",
                        "sub",
                        "aud",
                        "client_id",
                        "sid",
                        "groups",
                        "name",
                        "callsign",
                        "iat",
                        "exp",
                        "jti",
                        "auth_time",
                        "acr",
                        "amr");
        assertThat(claims.getIssuer()).isEqualTo("https://ect.example/auth");
        assertThat(claims.getSubject()).isEqualTo(ACCOUNT.toString());
        assertThat(claims.getAudience()).containsExactly("auth-service", "ectlog-service");
        assertThat(claims.getStringClaimValue("client_id")).isEqualTo("web");
        assertThat(claims.getStringClaimValue("sid")).isEqualTo(SESSION.toString());
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("USER", "LOGGER", "NCS");
        assertThat(claims.getStringClaimValue("name")).isEqualTo("Ann");
        assertThat(claims.getStringClaimValue("callsign")).isEqualTo("W1AW");
        assertThat(claims.getStringListClaimValue("amr")).containsExactly("email");
    }

    @Test
    void a_person_who_showed_a_second_factor_is_known_by_it() throws Exception {
        // Given
        TokenSubject.Person person = new TokenSubject.Person(
                ACCOUNT,
                SESSION,
                Role.NCS,
                "",
                null,
                NOW.minusSeconds(60),
                TokenSubject.Assurance.FACTOR,
                List.of("email", "otp", "mfa"));

        // When
        JwtClaims claims = claims(person);

        // Then
        assertThat(claims.getStringClaimValue("acr")).isEqualTo("urn:ect:acr:mfa");
        assertThat(claims.getStringListClaimValue("amr")).containsExactly("email", "otp", "mfa");
        assertThat(claims.getNumericDateClaimValue("auth_time").getValue())
                .isEqualTo(NOW.minusSeconds(60).getEpochSecond());
    }

    @Test
    void a_person_who_has_a_factor_and_has_not_shown_it_is_known_by_that() throws Exception {
        // Given
        TokenSubject.Person person = new TokenSubject.Person(
                ACCOUNT, SESSION, Role.ADMIN, "", null, NOW, TokenSubject.Assurance.FACTOR_DUE, List.of("email"));

        // When
        JwtClaims claims = claims(person);

        // Then
        assertThat(claims.getStringClaimValue("acr")).isEqualTo("urn:ect:acr:mfa-due");
    }

    @Test
    void a_person_without_name_and_callsign_has_no_such_claims() throws Exception {
        assertThat(claims(person("", null)).getClaimNames()).doesNotContain("name", "callsign");
    }

    @Test
    void a_programs_token_has_scopes_and_no_roles() throws Exception {
        JwtClaims claims = claims(new TokenSubject.Program(
                "ectlog-service", List.of("notifications:send", "people:read"), List.of("notification-service")));

        assertThat(claims.getClaimNames())
                .containsExactlyInAnyOrder("iss", "sub", "aud", "client_id", "scope", "iat", "exp", "jti");
        assertThat(claims.getSubject()).isEqualTo("ectlog-service");
        assertThat(claims.getStringClaimValue("scope")).isEqualTo("notifications:send people:read");
        // A list even with one entry: RFC 9068 allows a string, but one form is easier to read.
        assertThat(claims.getClaimValue("aud")).isEqualTo(List.of("notification-service"));
    }

    @Test
    void lives_for_its_life_in_whole_seconds() throws Exception {
        JwtClaims claims = claims(person("Ann", null));

        assertThat(claims.getIssuedAt().getValue()).isEqualTo(NOW.getEpochSecond());
        assertThat(claims.getExpirationTime().getValue()).isEqualTo(NOW.getEpochSecond() + 600);
    }

    @Test
    void every_token_has_its_own_id() throws Exception {
        assertThat(claims(person("Ann", null)).getJwtId())
                .isNotEqualTo(claims(person("Ann", null)).getJwtId());
    }

    private static TokenSubject.Delegate delegate(
            List<String> scopes, List<String> audiences, @org.jspecify.annotations.Nullable Role role) {
        return new TokenSubject.Delegate(
                ACCOUNT, SESSION, "client-1", scopes, audiences, role, "Ann", "W1AW", NOW, List.of("email"));
    }

    @Test
    void a_client_that_may_only_know_who_somebody_is_gets_a_token_for_userinfo_alone() throws Exception {
        JwtClaims claims = claims(delegate(List.of("openid", "email"), List.of(), null));

        assertThat(claims.getAudience()).containsExactly("https://ect.example/auth");
        assertThat(claims.getStringClaimValue("scope")).isEqualTo("openid email");
        assertThat(claims.getStringClaimValue("client_id")).isEqualTo("client-1");
        assertThat(claims.getClaimNames()).doesNotContain("groups", "name", "callsign");
    }

    @Test
    void a_client_that_acts_for_somebody_gets_his_roles_in_its_services() throws Exception {
        JwtClaims claims = claims(delegate(List.of("ect"), List.of("ectlog-service"), Role.LOGGER));

        assertThat(claims.getAudience()).containsExactly("ectlog-service", "https://ect.example/auth");
        assertThat(claims.getStringListClaimValue("groups")).containsExactly("USER", "LOGGER");
        assertThat(claims.getStringClaimValue("callsign")).isEqualTo("W1AW");
    }
}
