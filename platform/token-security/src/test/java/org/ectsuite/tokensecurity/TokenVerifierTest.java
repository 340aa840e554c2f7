package org.ectsuite.tokensecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.ectsuite.testsupport.MutableClock;
import org.ectsuite.testsupport.TestTokens;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenVerifierTest {
    private static final MutableClock CLOCK = MutableClock.at("2026-03-01T12:00:00Z");

    private final TokenVerifier verifier = new TokenVerifier(TestTokens.ISSUER, "ectlog-service", CLOCK);
    private final KeyRing keys = KeyRing.parse(TestTokens.jwks());

    private static TestTokens alice() {
        return TestTokens.user("alice").at(CLOCK);
    }

    private TokenRefusal refusal(String token) {
        var refused = catchThrowableOfType(TokenRefusedException.class, () -> verifier.verify(token, keys));
        assertThat(refused).as("refusal").isNotNull();
        return refused.reason();
    }

    private static String keyOf(String token) {
        return new JsonObject(new String(
                        Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), StandardCharsets.UTF_8))
                .getString("kid");
    }

    @Test
    void reads_a_person() {
        // Given
        var session = UUID.randomUUID();
        var token = alice().session(session)
                .roles("LOGGER")
                .callsign("W1AW")
                .name("Alice")
                .tokenId("t-1")
                .sign();

        // When
        var caller = verifier.verify(token, keys);

        // Then
        assertThat(caller)
                .isEqualTo(new Caller(
                        TestTokens.idOf("alice").toString(),
                        TestTokens.idOf("alice"),
                        session,
                        "web",
                        "Alice",
                        "W1AW",
                        Set.of("USER", "LOGGER"),
                        Set.of(),
                        CLOCK.instant(),
                        CLOCK.instant().plus(Duration.ofMinutes(10)),
                        "t-1",
                        keyOf(token),
                        null));
    }

    @Test
    void reads_a_service_whose_roles_do_not_count() {
        // Given
        var token = TestTokens.service("media-service")
                .at(CLOCK)
                .scopes("revocations:read", "people:read")
                .roles("ADMIN")
                .sign();

        // When
        var caller = verifier.verify(token, keys);

        // Then
        assertThat(caller.userId()).isNull();
        assertThat(caller.sessionId()).isNull();
        assertThat(caller.roles()).isEmpty();
        assertThat(caller.scopes()).containsExactlyInAnyOrder("revocations:read", "people:read");
    }

    @Test
    void a_person_without_name_callsign_and_scope_is_a_person() {
        var caller = verifier.verify(
                alice().without("name")
                        .without("callsign")
                        .without("scope")
                        .without("groups")
                        .sign(),
                keys);

        assertThat(caller.name()).isNull();
        assertThat(caller.callsign()).isNull();
        assertThat(caller.roles()).isEmpty();
        assertThat(caller.scopes()).isEmpty();
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of(TokenRefusal.MALFORMED, "nothing", ""),
                Arguments.of(TokenRefusal.MALFORMED, "no JWT", "a.b"),
                Arguments.of(TokenRefusal.MALFORMED, "encrypted (five parts)", "a.b.c.d.e"),
                Arguments.of(TokenRefusal.MALFORMED, "dots", ".."),
                Arguments.of(TokenRefusal.MALFORMED, "header no JSON", "YQ." + "YQ.YQ"),
                Arguments.of(
                        TokenRefusal.MALFORMED,
                        "too long",
                        alice().claim("x", "x".repeat(9000)).sign()),
                Arguments.of(TokenRefusal.ALGORITHM, "unsigned", alice().unsigned()),
                Arguments.of(TokenRefusal.ALGORITHM, "HS256", alice().signWithPublicKeyAsSecret()),
                Arguments.of(TokenRefusal.ALGORITHM, "RS256", alice().signRs256()),
                Arguments.of(TokenRefusal.ALGORITHM, "ES384", alice().signEs384()),
                Arguments.of(TokenRefusal.TYPE, "ID token", alice().type("JWT").sign()),
                Arguments.of(
                        TokenRefusal.TYPE,
                        "logout token",
                        alice().type("logout+jwt").sign()),
                Arguments.of(
                        TokenRefusal.TYPE,
                        "no type",
                        alice().withoutHeader("typ").sign()),
                Arguments.of(
                        TokenRefusal.TYPE,
                        "number for a type",
                        alice().header("typ", 1).sign()),
                Arguments.of(TokenRefusal.UNKNOWN_KEY, "unknown key", alice().signWithUnknownKey()),
                Arguments.of(
                        TokenRefusal.UNKNOWN_KEY,
                        "no key id",
                        alice().withoutHeader("kid").sign()),
                Arguments.of(
                        TokenRefusal.UNKNOWN_KEY,
                        "number for a key id",
                        alice().header("kid", 1).sign()),
                Arguments.of(TokenRefusal.SIGNATURE, "forged", alice().signWithForgedKey()),
                Arguments.of(TokenRefusal.SIGNATURE, "tampered", alice().tampered()),
                Arguments.of(
                        TokenRefusal.SIGNATURE,
                        "critical header",
                        alice().header("crit", List.of("exp")).header("exp", 1).sign()),
                Arguments.of(TokenRefusal.SIGNATURE, "key of its own", withItsOwnKey()),
                Arguments.of(
                        TokenRefusal.ISSUER, "no issuer", alice().without("iss").sign()),
                Arguments.of(
                        TokenRefusal.ISSUER,
                        "other issuer",
                        alice().issuer("https://evil.example/auth").sign()),
                Arguments.of(
                        TokenRefusal.ISSUER,
                        "issuer with a slash",
                        alice().issuer(TestTokens.ISSUER + "/").sign()),
                Arguments.of(
                        TokenRefusal.AUDIENCE,
                        "no audience",
                        alice().without("aud").sign()),
                Arguments.of(
                        TokenRefusal.AUDIENCE,
                        "other audience",
                        alice().audience("media-service").sign()),
                Arguments.of(
                        TokenRefusal.AUDIENCE,
                        "part of our name",
                        alice().audience("ectlog").sign()),
                Arguments.of(
                        TokenRefusal.LIFETIME,
                        "too long a life",
                        alice().life(Duration.ofSeconds(601)).sign()),
                Arguments.of(
                        TokenRefusal.LIFETIME,
                        "from the future",
                        alice().issuedBefore(Duration.ofSeconds(-31)).sign()),
                Arguments.of(
                        TokenRefusal.LIFETIME,
                        "not yet",
                        alice().claim("nbf", CLOCK.instant().plusSeconds(31)).sign()),
                Arguments.of(TokenRefusal.EXPIRED, "expired", alice().expired().sign()),
                Arguments.of(
                        TokenRefusal.MALFORMED,
                        "no subject",
                        alice().without("sub").sign()),
                Arguments.of(
                        TokenRefusal.MALFORMED,
                        "empty subject",
                        alice().claim("sub", " ").sign()),
                Arguments.of(
                        TokenRefusal.MALFORMED,
                        "number for a subject",
                        alice().claim("sub", 7).sign()),
                Arguments.of(
                        TokenRefusal.MALFORMED,
                        "no expiry",
                        alice().without("exp").sign()),
                Arguments.of(
                        TokenRefusal.MALFORMED,
                        "text for an expiry",
                        alice().claim("exp", "soon").sign()),
                Arguments.of(
                        TokenRefusal.MALFORMED,
                        "no time of issue",
                        alice().without("iat").sign()),
                Arguments.of(
                        TokenRefusal.MALFORMED, "no id", alice().without("jti").sign()),
                Arguments.of(
                        TokenRefusal.MALFORMED,
                        "no client",
                        alice().without("client_id").sign()),
                Arguments.of(
                        TokenRefusal.MALFORMED,
                        "session no UUID",
                        alice().claim("sid", "1").sign()),
                Arguments.of(
                        TokenRefusal.MALFORMED,
                        "session short for a UUID",
                        alice().claim("sid", "1-1-1-1-1").sign()),
                Arguments.of(
                        TokenRefusal.MALFORMED,
                        "person no UUID",
                        alice().claim("sub", "alice").sign()),
                Arguments.of(
                        TokenRefusal.MALFORMED,
                        "text for roles",
                        alice().claim("groups", "ADMIN").sign()),
                Arguments.of(
                        TokenRefusal.MALFORMED,
                        "numbers for roles",
                        alice().claim("groups", List.of(1)).sign()),
                Arguments.of(
                        TokenRefusal.MALFORMED,
                        "list for scopes",
                        alice().claim("scope", List.of("a")).sign()),
                Arguments.of(
                        TokenRefusal.MALFORMED,
                        "endless name",
                        alice().name("x".repeat(256)).sign()));
    }

    /** RFC 8725, section 2.6: a token that brings the key to check it with. */
    private static String withItsOwnKey() {
        try {
            var own = EcJwkGenerator.generateJwk(EllipticCurves.P256);
            return alice().header("jwk", Map.of("kty", "EC", "crv", "P-256", "x", "x", "y", "y"))
                    .header("jku", "https://evil.example/" + own.getCurveName())
                    .signWithForgedKey();
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource("refused")
    void refuses(TokenRefusal reason, String what, String token) {
        assertThat(refusal(token)).isEqualTo(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"at+jwt", "AT+JWT", "application/at+jwt"})
    void accepts_the_type_as_media_types_are_compared(String type) {
        assertThat(verifier.verify(alice().type(type).sign(), keys).userId()).isEqualTo(TestTokens.idOf("alice"));
    }

    @Test
    void accepts_an_audience_that_is_a_text() {
        assertThat(verifier.verify(alice().claim("aud", "ectlog-service").sign(), keys)
                        .clientId())
                .isEqualTo("web");
    }

    @Test
    void half_a_minute_of_difference_between_clocks_is_forgiven_and_no_more() {
        var life = Duration.ofMinutes(10);

        verifier.verify(alice().issuedBefore(life.plusSeconds(29)).sign(), keys);
        assertThat(refusal(alice().issuedBefore(life.plusSeconds(30)).sign())).isEqualTo(TokenRefusal.EXPIRED);
        verifier.verify(alice().issuedBefore(Duration.ofSeconds(-30)).sign(), keys);
        assertThat(refusal(alice().issuedBefore(Duration.ofSeconds(-31)).sign()))
                .isEqualTo(TokenRefusal.LIFETIME);
    }

    @Test
    void an_accepted_caller_expires_with_the_token() {
        // Given
        var clock = MutableClock.at(CLOCK.instant());
        var own = new TokenVerifier(TestTokens.ISSUER, "ectlog-service", clock);
        var caller = own.verify(alice().sign(), keys);
        own.checkUnexpired(caller);

        // When
        clock.advance(Duration.ofSeconds(630));

        // Then
        assertThatThrownBy(() -> own.checkUnexpired(caller))
                .isInstanceOfSatisfying(
                        TokenRefusedException.class, e -> assertThat(e.reason()).isEqualTo(TokenRefusal.EXPIRED));
    }

    @Test
    void no_change_of_a_single_character_is_accepted() {
        var token = alice().sign();

        // The last character carries bits that mean nothing.
        for (int i = 0; i < token.length() - 1; i++) {
            char changed = token.charAt(i) == 'A' ? 'B' : 'A';
            var other = token.substring(0, i) + changed + token.substring(i + 1);
            assertThatThrownBy(() -> verifier.verify(other, keys)).isInstanceOf(TokenRefusedException.class);
        }
    }

    @Test
    void duplicate_members_are_refused() {
        // Given
        var parts = alice().sign().split("\\.", -1);
        var header = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
        var twice = header.replaceFirst("\\{", "{\"alg\":\"none\",");

        // When
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(twice.getBytes(StandardCharsets.UTF_8)) + "."
                + parts[1] + "." + parts[2];

        // Then
        assertThat(refusal(token)).isEqualTo(TokenRefusal.MALFORMED);
    }

    @Test
    void a_refusal_says_nothing_of_the_token() {
        var token = alice().name("Mallory").expired().sign();

        assertThatThrownBy(() -> verifier.verify(token, keys)).hasMessage("Access token refused: EXPIRED");
    }
}
