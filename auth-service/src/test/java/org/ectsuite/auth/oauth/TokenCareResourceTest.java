package org.ectsuite.auth.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.auth.AtOnce;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.RelyingParty;
import org.ectsuite.auth.ServiceUnderTest;
import org.ectsuite.testsupport.TestDatabase;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TokenCareResourceTest {

    private static final String REVOKE = "/auth/oauth/revoke";
    private static final String INTROSPECT = "/auth/oauth/introspect";

    private static Response introspect(String service, String token) {
        return RelyingParty.form()
                .auth()
                .preemptive()
                .basic(service, ServiceUnderTest.secretOf(service))
                .formParam("token", token)
                .post(INTROSPECT);
    }

    @Test
    void a_refresh_token_that_is_given_back_ends_the_session() {
        RelyingParty client = RelyingParty.registered();
        JsonPath tokens = client.signIn(Person.someone(), "openid");

        Response response = client.post(
                REVOKE, Map.of("token", tokens.getString("refresh_token"), "token_type_hint", "refresh_token"));

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(client.refresh(tokens.getString("refresh_token")).statusCode())
                .isEqualTo(400);
        assertThat(RelyingParty.userInfo(tokens.getString("access_token")).statusCode())
                .isEqualTo(401);
    }

    @Test
    void an_access_token_that_is_given_back_goes_by_itself() {
        RelyingParty client = RelyingParty.registered();
        JsonPath tokens = client.signIn(Person.someone(), "openid ect");
        String access = tokens.getString("access_token");
        assertThat(introspect("ectlog-service", access).jsonPath().getBoolean("active"))
                .isTrue();

        client.post(REVOKE, Map.of("token", access));

        assertThat(RelyingParty.userInfo(access).statusCode()).isEqualTo(401);
        assertThat(introspect("ectlog-service", access).jsonPath().getBoolean("active"))
                .isFalse();
        assertThat(client.refresh(tokens.getString("refresh_token")).statusCode())
                .isEqualTo(200);
        String jti = RelyingParty.claims(access).getString("jti");
        assertThat(TestDatabase.current().query("select kind from revocation where value = ?", jti))
                .containsExactly("jti");
    }

    @Test
    void what_is_no_token_is_as_good_as_given_back() {
        RelyingParty client = RelyingParty.registered();

        assertThat(client.post(REVOKE, Map.of("token", "x")).statusCode()).isEqualTo(200);
        assertThat(client.post(REVOKE, Map.of("token", "x".repeat(43))).statusCode())
                .isEqualTo(200);
        assertThat(client.post(REVOKE, Map.of()).jsonPath().getString("error")).isEqualTo("invalid_request");
    }

    @Test
    void nobody_gives_back_what_is_anothers() {
        RelyingParty owner = RelyingParty.registered();
        RelyingParty thief = RelyingParty.registered();
        JsonPath tokens = owner.signIn(Person.someone(), "openid");

        thief.post(REVOKE, Map.of("token", tokens.getString("refresh_token")));
        Response refused = thief.post(REVOKE, Map.of("token", tokens.getString("access_token")));
        Response stranger = RelyingParty.form()
                .formParam("token", tokens.getString("refresh_token"))
                .post(REVOKE);

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(RelyingParty.userInfo(tokens.getString("access_token")).statusCode())
                .isEqualTo(200);
        assertThat(owner.refresh(tokens.getString("refresh_token")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void a_service_learns_what_a_token_for_it_is_worth() {
        RelyingParty client = RelyingParty.registered();
        Person person = Person.someone();
        String access = client.signIn(person, "openid ect").getString("access_token");

        Response response = introspect("ectlog-service", access);

        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        JsonPath seen = response.jsonPath();
        assertThat(seen.getBoolean("active")).isTrue();
        assertThat(seen.getString("sub")).isEqualTo(person.id().toString());
        assertThat(seen.getString("client_id")).isEqualTo(client.id());
        assertThat(seen.getString("scope")).isEqualTo("openid ect");
        assertThat(seen.getString("token_type")).isEqualTo("Bearer");
        assertThat(seen.getLong("exp") - seen.getLong("iat")).isEqualTo(600);
    }

    @Test
    void nobody_else_learns_anything() {
        RelyingParty client = RelyingParty.registered();
        JsonPath tokens = client.signIn(Person.someone(), "openid ect");
        String nothing = "{\"active\":false}";

        // Not its audience; the client itself is none; what is no access token.
        assertThat(introspect("media-service", tokens.getString("access_token")).asString())
                .isEqualTo(nothing);
        assertThat(client.post(INTROSPECT, Map.of("token", tokens.getString("access_token")))
                        .asString())
                .isEqualTo(nothing);
        assertThat(introspect("ectlog-service", tokens.getString("id_token")).asString())
                .isEqualTo(nothing);
        assertThat(introspect("ectlog-service", tokens.getString("refresh_token"))
                        .asString())
                .isEqualTo(nothing);
        assertThat(introspect("ectlog-service", "x").asString()).isEqualTo(nothing);
        RelyingParty open = RelyingParty.publicClient();
        assertThat(open.post(INTROSPECT, Map.of("token", "x")).statusCode()).isEqualTo(401);
        assertThat(RelyingParty.form().formParam("token", "x").post(INTROSPECT).statusCode())
                .isEqualTo(401);
    }

    @Test
    void a_token_of_the_suites_own_web_client_can_be_asked_about_and_dies_with_its_session() {
        Person person = Person.someone();
        assertThat(introspect("ectlog-service", person.accessToken()).jsonPath().getBoolean("active"))
                .isTrue();

        person.browser().signOut();

        assertThat(introspect("ectlog-service", person.accessToken()).jsonPath().getBoolean("active"))
                .isFalse();
    }

    // ---- clients that sign ----

    private static final EllipticCurveJsonWebKey KEY = key();

    private static EllipticCurveJsonWebKey key() {
        try {
            return EcJwkGenerator.generateJwk(EllipticCurves.P256);
        } catch (JoseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static RelyingParty signing() {
        Map<String, Object> metadata = new HashMap<>();
        metadata.put("authentication", "PRIVATE_KEY_JWT");
        metadata.put("jwks", "{\"keys\":[" + KEY.toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY) + "]}");
        metadata.put("redirectUris", List.of());
        metadata.put("postLogoutRedirectUris", List.of());
        metadata.put("grants", List.of("CLIENT_CREDENTIALS"));
        metadata.put("scopes", List.of("people:read"));
        metadata.put("audiences", List.of("auth-service"));
        return RelyingParty.registered(metadata);
    }

    private static Map<String, String> assertion(String clientId, String audience) throws JoseException {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(clientId);
        claims.setSubject(clientId);
        claims.setAudience(audience);
        claims.setJwtId(UUID.randomUUID().toString());
        claims.setExpirationTime(NumericDate.fromMilliseconds(Clock.systemUTC().millis() + 60_000));
        JsonWebSignature jws = new JsonWebSignature();
        jws.setAlgorithmHeaderValue("ES256");
        jws.setKey(KEY.getPrivateKey());
        jws.setPayload(claims.toJson());
        return Map.of(
                "grant_type",
                "client_credentials",
                "client_assertion_type",
                ClientProof.ASSERTION_TYPE,
                "client_assertion",
                jws.getCompactSerialization());
    }

    private static Response token(Map<String, String> parameters) {
        return RelyingParty.form().formParams(parameters).post("/auth/oauth/token");
    }

    @Test
    void a_client_shows_itself_by_a_signature_and_each_is_good_once() throws Exception {
        Map<String, String> signed = assertion(signing().id(), ServiceUnderTest.PUBLIC_URL + "/auth");

        Response first = token(signed);
        Response replayed = token(signed);

        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(first.jsonPath().getString("scope")).isEqualTo("people:read");
        assertThat(Person.withToken(first.jsonPath().getString("access_token"))
                        .get("/auth/people?ids=" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(200);
        assertThat(replayed.statusCode()).isEqualTo(401);
        assertThat(replayed.jsonPath().getString("error")).isEqualTo("invalid_client");
    }

    @Test
    void of_many_who_send_the_same_signature_at_once_one_is_served() throws Exception {
        Map<String, String> signed = assertion(signing().id(), ServiceUnderTest.PUBLIC_URL + "/auth/oauth/token");

        List<Integer> statuses = AtOnce.times(6, () -> token(signed).statusCode());

        assertThat(statuses).containsOnlyOnce(200);
    }

    @Test
    void a_signature_for_another_place_or_of_another_client_is_none() throws Exception {
        RelyingParty client = signing();
        RelyingParty secretive = RelyingParty.registered();

        assertThat(token(assertion(client.id(), "https://elsewhere.example")).statusCode())
                .isEqualTo(401);
        assertThat(token(assertion(secretive.id(), ServiceUnderTest.PUBLIC_URL + "/auth"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(token(assertion("ectlog-service", ServiceUnderTest.PUBLIC_URL + "/auth"))
                        .statusCode())
                .isEqualTo(401);
        // The client shows itself in the way it is registered with, and in no other.
        assertThat(token(Map.of("grant_type", "client_credentials", "client_id", client.id()))
                        .statusCode())
                .isEqualTo(401);
    }
}
