package org.ectsuite.auth.oauth;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a request to the token endpoint, as RFC 6749 section 3.2 wants them: each at most once, an empty one
 * is none, unknown ones are ignored.
 */
final class TokenRequest {

    private final Map<String, String> parameters;

    private TokenRequest(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    static TokenRequest of(Map<String, List<String>> form) {
        Map<String, String> parameters = new LinkedHashMap<>();
        form.forEach((name, values) -> {
            if (values.size() > 1) {
                throw new OAuthException(OAuthError.INVALID_REQUEST, "A parameter is sent more than once");
            }
            if (values.size() == 1 && !values.getFirst().isEmpty()) {
                parameters.put(name, values.getFirst());
            }
        });
        return new TokenRequest(parameters);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    String require(String name) {
        return find(name)
                .orElseThrow(
                        () -> new OAuthException(OAuthError.INVALID_REQUEST, "The parameter " + name + " is missing"));
    }
}
