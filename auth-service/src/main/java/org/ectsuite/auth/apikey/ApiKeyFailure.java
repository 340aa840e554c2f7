package org.ectsuite.auth.apikey;

import org.ectsuite.tokensecurity.SecurityLog;

/** Why a key did not open the door. */
enum ApiKeyFailure implements SecurityLog.Reason {
    /** There is no such key, or the secret is not its own. */
    WRONG_API_KEY,
    /** The secret is the key's own, but the key or its secret has expired or was revoked; happens to forgotten programs. */
    DEAD_API_KEY,
    /** The key is good, but its owner is suspended. */
    SUSPENDED_ACCOUNT;

    @Override
    public boolean honest() {
        return this == DEAD_API_KEY;
    }
}
