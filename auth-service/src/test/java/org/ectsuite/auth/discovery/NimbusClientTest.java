package org.ectsuite.auth.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenIntrospectionResponse;
import com.nimbusds.oauth2.sdk.as.AuthorizationServerMetadata;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.UserInfoResponse;
import com.nimbusds.openid.connect.sdk.claims.AccessTokenHash;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.AccessTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.ectsuite.auth.Browser;
import org.ectsuite.auth.Person;
import org.ectsuite.auth.RelyingParty;
import org.ectsuite.auth.ServiceUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An independent, strict library plays the client: it writes the requests and reads every answer. */
@QuarkusTest
class NimbusClientTest {

    private static final Issuer ISSUER = new Issuer(ServiceUnderTest.PUBLIC_URL + "/auth");

    private static HTTPResponse answer(Response response) throws Exception {
        HTTPResponse answer = new HTTPResponse(response.statusCode());
        answer.setContentType(response.contentType());
        answer.setHeader("Cache-Control", response.header("Cache-Control"));
        if (response.header("WWW-Authenticate") != null) {
            answer.setWWWAuthenticate(response.header("WWW-Authenticate"));
        }
        answer.setBody(response.asString());
        return answer;
    }

    private static OIDCProviderMetadata metadata() throws Exception {
        return OIDCProviderMetadata.parse(
                Person.anonymous().get("/auth/.well-known/openid-configuration").asString());
    }

    @Test
    void reads_the_descriptions() throws Exception {
        OIDCProviderMetadata metadata = metadata();

        assertThat(metadata.getIssuer()).isEqualTo(ISSUER);
        assertThat(metadata.getIDTokenJWSAlgs()).contains(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
        assertThat(metadata.getCodeChallengeMethods()).containsExactly(CodeChallengeMethod.S256);
        assertThat(metadata.supportsAuthorizationResponseIssuerParam()).isTrue();
        assertThat(metadata.supportsBackChannelLogout()).isTrue();
        assertThat(metadata.supportsBackChannelLogoutSession()).isTrue();
        assertThat(AuthorizationServerMetadata.parse(Person.anonymous()
                                .get("/auth/.well-known/oauth-authorization-server")
                                .asString())
                        .getIssuer())
                .isEqualTo(ISSUER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "ES256"})
    void signs_somebody_in(String algorithm) throws Exception {
        RelyingParty client = RelyingParty.registered(Map.of("idTokenAlgorithm", algorithm));
        Person person = Person.someone();
        Browser browser = person.browser();
        CodeVerifier verifier = new CodeVerifier();
        State state = new State();
        Nonce nonce = new Nonce();
        AuthenticationRequest request = new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        new Scope("openid", "email", "ect"),
                        new ClientID(client.id()),
                        URI.create(RelyingParty.REDIRECT))
                .endpointURI(metadata().getAuthorizationEndpointURI())
                .state(state)
                .nonce(nonce)
                .codeChallenge(verifier, CodeChallengeMethod.S256)
                .build();

        Response consent = browser.get(request.toURI().toString().substring(ServiceUnderTest.PUBLIC_URL.length()));
        Response agreed = browser.submit(consent, "/auth/oauth/authorize/consent", Map.of("decision", "agree"));
        AuthorizationResponse response = AuthorizationResponse.parse(URI.create(RelyingParty.onward(agreed)));
        assertThat(response.indicatesSuccess()).isTrue();
        assertThat(response.getState()).isEqualTo(state);
        assertThat(response.getIssuer()).isEqualTo(ISSUER);
        Map<String, String> exchange = client.exchange(
                response.toSuccessResponse().getAuthorizationCode().getValue());
        exchange.put("code_verifier", verifier.getValue());
        OIDCTokenResponse tokens = OIDCTokenResponse.parse(answer(client.token(exchange)));

        JWKSet keys = JWKSet.parse(Person.anonymous().get("/auth/jwks").asString());
        JWT idToken = tokens.getOIDCTokens().getIDToken();
        IDTokenClaimsSet claims = new IDTokenValidator(
                        ISSUER, new ClientID(client.id()), JWSAlgorithm.parse(algorithm), keys)
                .validate(idToken, nonce);
        assertThat(claims.getSubject().getValue()).isEqualTo(person.id().toString());
        AccessTokenValidator.validate(
                tokens.getOIDCTokens().getAccessToken(),
                JWSAlgorithm.parse(algorithm),
                new AccessTokenHash(claims.getAccessTokenHash().getValue()));
        UserInfoResponse userInfo = UserInfoResponse.parse(answer(
                RelyingParty.userInfo(tokens.getOIDCTokens().getAccessToken().getValue())));
        assertThat(userInfo.toSuccessResponse().getUserInfo().getEmailAddress()).isEqualTo(person.email());
        TokenIntrospectionResponse introspection = TokenIntrospectionResponse.parse(answer(RelyingParty.form()
                .auth()
                .preemptive()
                .basic("ectlog-service", ServiceUnderTest.secretOf("ectlog-service"))
                .formParam("token", tokens.getOIDCTokens().getAccessToken().getValue())
                .post("/auth/oauth/introspect")));
        assertThat(introspection.toSuccessResponse().isActive()).isTrue();
        assertThat(introspection.toSuccessResponse().getClientID().getValue()).isEqualTo(client.id());
    }

    @Test
    void understands_what_is_wrong() throws Exception {
        RelyingParty client = RelyingParty.registered();

        ErrorObject denied = AuthorizationResponse.parse(URI.create(new Browser()
                        .get(RelyingParty.path(client.request(Map.of("prompt", "none"))))
                        .header("Location")))
                .toErrorResponse()
                .getErrorObject();
        ErrorObject spent = com.nimbusds.oauth2.sdk.TokenErrorResponse.parse(
                        answer(client.token(client.exchange("x".repeat(43)))))
                .getErrorObject();
        ErrorObject refused = UserInfoResponse.parse(answer(RelyingParty.userInfo("x.y.z")))
                .toErrorResponse()
                .getErrorObject();

        assertThat(List.of(denied.getCode(), spent.getCode(), refused.getCode()))
                .containsExactly("login_required", "invalid_grant", "invalid_token");
    }
}
