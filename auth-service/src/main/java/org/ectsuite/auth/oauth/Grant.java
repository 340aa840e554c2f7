package org.ectsuite.auth.oauth;

import io.smallrye.mutiny.Uni;
import org.ectsuite.auth.client.ServiceClient;

/** One way to get tokens at the token endpoint. */
interface Grant {

    /** The value of {@code grant_type}. */
    String type();

    /** Tokens for a client that has shown who it is; fails with {@link OAuthException}. */
    Uni<TokenResponse> exchange(ServiceClient client, TokenRequest request);
}
