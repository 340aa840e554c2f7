package org.ectsuite.auth.social;

import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Optional;

/**
 * What a provider says about itself (OpenID Connect Discovery 1.0), as far as we need it.
 *
 * @param issuer itself, or Microsoft's template
 * @param namesIssuer whether its answers name it (RFC 9207)
 */
record UpstreamMetadata(
        String issuer, String authorizationEndpoint, String tokenEndpoint, String jwksUri, boolean namesIssuer) {

    /** Reads the document; empty unless it is that of the provider and leads nowhere in the clear. */
    static Optional<UpstreamMetadata> of(JsonObject document, IssuerRule issuers) {
        try {
            String issuer = document.getString("issuer", "");
            String authorization = document.getString("authorization_endpoint", "");
            String token = document.getString("token_endpoint", "");
            String keys = document.getString("jwks_uri", "");
            boolean named = document.getBoolean("authorization_response_iss_parameter_supported", false);
            boolean good = issuers.metadata(issuer) && plain(authorization) && plain(token) && plain(keys);
            return good
                    ? Optional.of(new UpstreamMetadata(issuer, authorization, token, keys, named))
                    : Optional.empty();
        } catch (ClassCastException e) {
            return Optional.empty();
        }
    }

    private static boolean plain(String address) {
        return SocialStartupCheck.safe(address) && URI.create(address).getRawFragment() == null;
    }
}
