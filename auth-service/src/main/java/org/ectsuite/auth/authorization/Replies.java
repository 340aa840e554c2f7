package org.ectsuite.auth.authorization;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.auth.authorization.AuthorizationRequest.Reply;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.protocol.OAuthException;
import org.jspecify.annotations.Nullable;

/** The addresses that people go back to the client by, with the answer in the query (RFC 6749 section 4.1.2, RFC 9207). */
@ApplicationScoped
class Replies {

    private final String issuer;

    Replies(@ConfigProperty(name = "ect.public-url") String publicUrl) {
        this.issuer = publicUrl + "/auth";
    }

    String with(Reply reply, OpaqueToken code) {
        return address(reply, Map.of("code", code.text()));
    }

    String with(Reply reply, OAuthException error) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("error", error.error().code());
        answer.put("error_description", error.description());
        return address(reply, answer);
    }

    private String address(Reply reply, Map<String, String> answer) {
        Map<String, String> all = new LinkedHashMap<>(answer);
        @Nullable String state = reply.state();
        if (state != null) {
            all.put("state", state);
        }
        all.put("iss", issuer);
        String query = all.entrySet().stream()
                .map(one -> one.getKey() + '=' + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String uri = reply.redirectUri();
        return uri + (uri.contains("?") ? "&" : "?") + query;
    }
}
