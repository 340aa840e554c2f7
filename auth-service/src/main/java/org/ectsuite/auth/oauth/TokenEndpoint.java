package org.ectsuite.auth.oauth;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ectsuite.auth.client.ServiceClient;
import org.ectsuite.auth.client.ServiceClients;
import org.ectsuite.tokensecurity.SecurityLog;
import org.ectsuite.webedge.request.RequestInfo;
import org.jspecify.annotations.Nullable;

/** Finds out which program asks, and which grant it asks for. Fails with {@link OAuthException}. */
@ApplicationScoped
class TokenEndpoint {

    private final ServiceClients clients;
    private final Map<String, Grant> grants;
    private final ApiKeyGrant apiKeys;
    private final RequestInfo request;

    TokenEndpoint(ServiceClients clients, @All List<Grant> grants, ApiKeyGrant apiKeys, RequestInfo request) {
        this.clients = clients;
        this.grants = grants.stream().collect(Collectors.toUnmodifiableMap(Grant::type, Function.identity()));
        this.apiKeys = apiKeys;
        this.request = request;
    }

    Uni<TokenResponse> answer(@Nullable String authorization, Map<String, List<String>> form) {
        TokenRequest parameters = TokenRequest.of(form);
        String grantType = parameters.require("grant_type");
        ClientCredentials credentials = ClientCredentials.of(authorization, parameters);
        if (apiKeys.appliesTo(credentials)) {
            return apiKeys.exchange(credentials, grantType, parameters);
        }
        ServiceClient client = authenticate(credentials);
        Grant grant = grants.get(grantType);
        if (grant == null) {
            throw new OAuthException(OAuthError.UNSUPPORTED_GRANT_TYPE, "The grant type is not supported");
        }
        return grant.exchange(client, parameters);
    }

    private ServiceClient authenticate(ClientCredentials credentials) {
        return clients.authenticate(credentials.id(), credentials.secret()).orElseThrow(() -> {
            SecurityLog.authenticationFailed(request.clientAddress(), OAuthFailure.WRONG_CLIENT_SECRET);
            return new OAuthException(OAuthError.INVALID_CLIENT, "The client is not known by this secret");
        });
    }
}
