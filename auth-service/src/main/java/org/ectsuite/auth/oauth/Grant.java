package org.ectsuite.auth.oauth;

import io.smallrye.mutiny.Uni;
import org.ectsuite.auth.client.ClientGrant;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.protocol.OAuthException;
import org.ectsuite.auth.protocol.Parameters;

/** One way to get tokens at the token endpoint. */
interface Grant {

    ClientGrant grant();

    /** Tokens for a client that has shown who it is and may use this grant; fails with {@link OAuthException}. */
    Uni<TokenResponse> exchange(OAuthClient client, Parameters parameters);
}
