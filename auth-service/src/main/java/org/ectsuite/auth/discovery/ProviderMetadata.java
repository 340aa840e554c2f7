package org.ectsuite.auth.discovery;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.auth.client.ClientGrant;
import org.ectsuite.auth.client.PersonScope;
import org.ectsuite.auth.keys.SigningAlgorithm;
import org.ectsuite.auth.token.TokenSubject;

/** What this provider can do and where (OpenID Connect Discovery section 3, RFC 8414 section 2, RFC 9207 section 3). */
@Schema(name = "ProviderMetadata")
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record ProviderMetadata(
        String issuer,
        String authorizationEndpoint,
        String tokenEndpoint,
        String userinfoEndpoint,
        String jwksUri,
        String revocationEndpoint,
        String introspectionEndpoint,
        String endSessionEndpoint,
        String deviceAuthorizationEndpoint,
        List<String> scopesSupported,
        List<String> responseTypesSupported,
        List<String> responseModesSupported,
        List<String> grantTypesSupported,
        List<String> subjectTypesSupported,
        List<SigningAlgorithm> idTokenSigningAlgValuesSupported,
        List<String> tokenEndpointAuthMethodsSupported,
        List<String> tokenEndpointAuthSigningAlgValuesSupported,
        List<String> revocationEndpointAuthMethodsSupported,
        List<String> revocationEndpointAuthSigningAlgValuesSupported,
        List<String> introspectionEndpointAuthMethodsSupported,
        List<String> introspectionEndpointAuthSigningAlgValuesSupported,
        List<String> codeChallengeMethodsSupported,
        List<String> acrValuesSupported,
        List<String> promptValuesSupported,
        List<String> claimsSupported,
        boolean claimsParameterSupported,
        boolean requestParameterSupported,
        boolean requestUriParameterSupported,
        boolean authorizationResponseIssParameterSupported,
        boolean backchannelLogoutSupported,
        boolean backchannelLogoutSessionSupported) {

    private static final List<String> AUTHENTICATION =
            List.of("client_secret_basic", "client_secret_post", "private_key_jwt", "none");

    private static final List<String> SIGNATURES = List.of("ES256", "RS256", "PS256");

    static ProviderMetadata of(String issuer) {
        return new ProviderMetadata(
                issuer,
                issuer + "/oauth/authorize",
                issuer + "/oauth/token",
                issuer + "/oauth/userinfo",
                issuer + "/jwks",
                issuer + "/oauth/revoke",
                issuer + "/oauth/introspect",
                issuer + "/oauth/logout",
                issuer + "/oauth/device_authorization",
                PersonScope.texts(),
                List.of("code"),
                List.of("query"),
                Arrays.stream(ClientGrant.values()).map(ClientGrant::type).toList(),
                List.of("public"),
                List.of(SigningAlgorithm.RS256, SigningAlgorithm.ES256),
                AUTHENTICATION,
                SIGNATURES,
                AUTHENTICATION,
                SIGNATURES,
                AUTHENTICATION.stream().filter(way -> !way.equals("none")).toList(),
                SIGNATURES,
                List.of("S256"),
                List.of(TokenSubject.ACR_MAILBOX),
                List.of("none", "login", "consent", "select_account"),
                List.of(
                        "iss",
                        "sub",
                        "aud",
                        "exp",
                        "iat",
                        "auth_time",
                        "nonce",
                        "acr",
                        "amr",
                        "at_hash",
                        "sid",
                        "name",
                        "callsign",
                        "zoneinfo",
                        "locale",
                        "email",
                        "email_verified"),
                false,
                false,
                false,
                true,
                true,
                true);
    }
}
