package org.ectsuite.auth.oauth;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ectsuite.auth.client.ClientGrant;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.protocol.OAuthError;
import org.ectsuite.auth.protocol.OAuthException;
import org.ectsuite.auth.protocol.Parameters;
import org.jspecify.annotations.Nullable;

/** Finds out which program asks, and which grant it asks for. Fails with {@link OAuthException}. */
@ApplicationScoped
class TokenEndpoint {

    private final ClientCheck check;
    private final Map<ClientGrant, Grant> grants;
    private final ApiKeyGrant apiKeys;

    TokenEndpoint(ClientCheck check, @All List<Grant> grants, ApiKeyGrant apiKeys) {
        this.check = check;
        this.apiKeys = apiKeys;
        this.grants = grants.stream().collect(Collectors.toUnmodifiableMap(Grant::grant, Function.identity()));
    }

    Uni<TokenResponse> answer(@Nullable String authorization, Map<String, List<String>> form) {
        Parameters parameters = Parameters.of(form);
        String type = parameters.require("grant_type");
        return ClientProof.of(authorization, parameters) instanceof ClientProof.Secret secret
                        && apiKeys.appliesTo(secret)
                ? apiKeys.exchange(secret, type, parameters)
                : check.check(authorization, parameters).chain(client -> exchange(type, client, parameters));
    }

    private Uni<TokenResponse> exchange(String type, OAuthClient client, Parameters parameters) {
        Grant grant = ClientGrant.of(type)
                .map(grants::get)
                .orElseThrow(
                        () -> new OAuthException(OAuthError.UNSUPPORTED_GRANT_TYPE, "The grant type is not supported"));
        if (!client.may(grant.grant())) {
            throw new OAuthException(OAuthError.UNAUTHORIZED_CLIENT, "The client may not use this grant");
        }
        return grant.exchange(client, parameters);
    }
}
