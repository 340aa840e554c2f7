package org.ectsuite.auth.session;

import java.util.List;
import java.util.Optional;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.token.AccessToken;

/**
 * What a client is given for a person.
 *
 * @param refresh for clients that may come back without the person
 * @param scopes of the access token
 */
public record ClientTokens(
        ClientSession session,
        AccountView account,
        AccessToken access,
        Optional<OpaqueToken> refresh,
        List<String> scopes) {}
