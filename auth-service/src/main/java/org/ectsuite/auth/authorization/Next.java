package org.ectsuite.auth.authorization;

import java.util.List;
import java.util.Optional;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.client.PersonScope;
import org.ectsuite.auth.opaque.OpaqueToken;

/** Where a person goes next on the way of letting a client in. */
sealed interface Next {

    /** Back to the client, with a code or an error. */
    record Back(String address, String clientName) implements Next {}

    /**
     * To the sign-in page, and from there back to the request.
     *
     * @param loginHint what he might type there
     */
    record SignIn(OpaqueToken handle, Optional<String> loginHint) implements Next {}

    /**
     * To the question whether he agrees.
     *
     * @param redirectUri where he goes afterwards
     */
    record Ask(
            OpaqueToken handle, OAuthClient client, AccountView account, List<PersonScope> scopes, String redirectUri)
            implements Next {}

    /** Nowhere: the request names no client, or an address that is not the client's. */
    record Unsafe() implements Next {}

    /** Nowhere: the request has waited for too long, or is answered already. */
    record Over() implements Next {}
}
