package org.ectsuite.auth.social;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The address of a request for a code (RFC 6749 section 4.1.1, RFC 7636). */
final class AuthorizationAddress {

    private final String endpoint;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private AuthorizationAddress(String endpoint) {
        this.endpoint = endpoint;
    }

    static AuthorizationAddress of(String endpoint, String clientId, String callback, Upstream.Departure departure) {
        return new AuthorizationAddress(endpoint)
                .with("response_type", "code")
                .with("client_id", clientId)
                .with("redirect_uri", callback)
                .with("state", departure.state().text())
                .with(
                        "code_challenge",
                        Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(departure.verifier().hash()))
                .with("code_challenge_method", "S256");
    }

    AuthorizationAddress with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    String text() {
        String query = parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return endpoint + (endpoint.contains("?") ? "&" : "?") + query;
    }
}
