package org.ectsuite.auth.authorization;

import org.ectsuite.auth.session.ClientTokens;
import org.jspecify.annotations.Nullable;

/** What an authorization code yields. */
public sealed interface CodeRedemption {

    /**
     * Tokens.
     *
     * @param nonce for the ID token
     */
    record Good(ClientTokens tokens, @Nullable String nonce) implements CodeRedemption {}

    /** The code is unknown, expired, another client's, or not proven. */
    record Bad() implements CodeRedemption {}

    /** The code was used before; what it gave has ended now. */
    record Replayed() implements CodeRedemption {}
}
