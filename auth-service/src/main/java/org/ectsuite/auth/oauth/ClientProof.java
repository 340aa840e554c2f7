package org.ectsuite.auth.oauth;

import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.ectsuite.auth.protocol.OAuthError;
import org.ectsuite.auth.protocol.OAuthException;
import org.ectsuite.auth.protocol.Parameters;
import org.jspecify.annotations.Nullable;

/** How a program says who it is (RFC 6749 section 2.3, RFC 7523 section 2.2); never in two ways. */
sealed interface ClientProof {

    /** The type of the only kind of assertion that is taken. */
    String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

    String SCHEME = "Basic ";

    /** By id and secret, in the header or in the form. */
    record Secret(String id, String secret) implements ClientProof {
        @Override
        public String toString() {
            return "Secret[" + id + "]";
        }
    }

    /**
     * By a signature.
     *
     * @param jwt names the client
     */
    record Assertion(String jwt) implements ClientProof {
        @Override
        public String toString() {
            return "Assertion[hidden]";
        }
    }

    /** By nothing: a public client merely names itself. */
    record Name(String id) implements ClientProof {}

    static ClientProof of(@Nullable String authorization, Parameters parameters) {
        Optional<String> id = parameters.find("client_id");
        Optional<String> secret = parameters.find("client_secret");
        Optional<String> assertion = parameters.find("client_assertion");
        if ((authorization != null ? 1 : 0) + (secret.isPresent() ? 1 : 0) + (assertion.isPresent() ? 1 : 0) > 1) {
            throw new OAuthException(OAuthError.INVALID_REQUEST, "The client authenticates in more than one way");
        }
        if (assertion.isPresent()) {
            if (!parameters.require("client_assertion_type").equals(ASSERTION_TYPE)) {
                throw new OAuthException(OAuthError.INVALID_CLIENT, "The kind of assertion is not supported");
            }
            return new Assertion(assertion.get());
        }
        if (authorization != null) {
            Secret basic = basic(authorization);
            if (id.isPresent() && !id.get().equals(basic.id())) {
                throw new OAuthException(OAuthError.INVALID_REQUEST, "The client names itself in two ways");
            }
            return basic;
        }
        String named =
                id.orElseThrow(() -> new OAuthException(OAuthError.INVALID_CLIENT, "The client does not authenticate"));
        return secret.<ClientProof>map(known -> new Secret(named, known)).orElseGet(() -> new Name(named));
    }

    private static Secret basic(String authorization) {
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
            return new Secret(decode(pair.substring(0, colon)), decode(pair.substring(colon + 1)));
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
}
