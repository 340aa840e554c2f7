package org.ectsuite.auth.oauth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.ectsuite.auth.client.ClientAssertions;
import org.ectsuite.auth.client.ClientAuthentication;
import org.ectsuite.auth.client.Clients;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.protocol.OAuthError;
import org.ectsuite.auth.protocol.OAuthException;
import org.ectsuite.auth.protocol.Parameters;
import org.ectsuite.tokensecurity.SecurityLog;
import org.ectsuite.webedge.request.RequestInfo;
import org.jspecify.annotations.Nullable;

/** Finds out which program asks; each client shows itself in the one way it is registered with. */
@ApplicationScoped
class ClientCheck {

    private final Clients clients;
    private final ClientAssertions assertions;
    private final RequestInfo request;

    ClientCheck(Clients clients, ClientAssertions assertions, RequestInfo request) {
        this.clients = clients;
        this.assertions = assertions;
        this.request = request;
    }

    /** The client that asks; fails with {@link OAuthException} if it is not believed. */
    Uni<OAuthClient> check(@Nullable String authorization, Parameters parameters) {
        Uni<Optional<OAuthClient>> found = switch (ClientProof.of(authorization, parameters)) {
            case ClientProof.Secret secret -> clients.authenticate(secret.id(), secret.secret());
            case ClientProof.Assertion assertion -> assertions.authenticate(assertion.jwt());
            case ClientProof.Name name ->
                clients.find(name.id())
                        .map(client -> client.filter(known -> known.authentication() == ClientAuthentication.NONE));
        };
        return found.map(client -> client.orElseThrow(() -> {
            SecurityLog.authenticationFailed(request.clientAddress(), OAuthFailure.WRONG_CLIENT_SECRET);
            return new OAuthException(OAuthError.INVALID_CLIENT, "The client is not known by this");
        }));
    }
}
