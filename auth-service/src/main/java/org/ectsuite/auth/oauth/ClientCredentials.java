package org.ectsuite.auth.oauth;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a program says who it is: HTTP Basic, or the form (RFC 6749 section 2.3.1); never both. */
record ClientCredentials(String id, String secret) {

    private static final String SCHEME = "Basic ";

    static ClientCredentials of(@Nullable String authorization, TokenRequest request) {
        Optional<String> id = request.find("client_id");
        Optional<String> secret = request.find("client_secret");
        if (authorization == null) {
            if (id.isEmpty() || secret.isEmpty()) {
                throw new OAuthException(OAuthError.INVALID_CLIENT, "The client does not authenticate");
            }
            return new ClientCredentials(id.get(), secret.get());
        }
        if (secret.isPresent()) {
            throw new OAuthException(OAuthError.INVALID_REQUEST, "The client authenticates in more than one way");
        }
        ClientCredentials basic = basic(authorization);
        if (id.isPresent() && !id.get().equals(basic.id())) {
            throw new OAuthException(OAuthError.INVALID_REQUEST, "The client names itself in two ways");
        }
        return basic;
    }

    private static ClientCredentials basic(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw new OAuthException(OAuthError.INVALID_CLIENT, "The authentication scheme is not supported");
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).strip());
            String pair = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded))
                    .toString();
            int colon = pair.indexOf(':');
            if (colon < 1) {
                throw malformed();
            }
            // Both parts are form-encoded before they are joined: the client's only difference to RFC 7617.
            return new ClientCredentials(decode(pair.substring(0, colon)), decode(pair.substring(colon + 1)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw malformed();
        }
    }

    private static String decode(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    private static OAuthException malformed() {
        return new OAuthException(OAuthError.INVALID_CLIENT, "The Authorization header cannot be read");
    }

    @Override
    public String toString() {
        return "ClientCredentials[" + id + "]";
    }
}
