package org.ectsuite.auth.magiclink;

import org.ectsuite.tokensecurity.SecurityLog;

/** Why a sign-in by mail failed. */
enum LinkFailure implements SecurityLog.Reason {
    /** Not the code that was sent. */
    WRONG_CODE,
    /** A link or a code that is unknown, used, expired, cancelled or locked; happens to people with an old mail. */
    DEAD_LINK,
    /** A good proof of a suspended account. */
    SUSPENDED_ACCOUNT;

    @Override
    public boolean honest() {
        return this == DEAD_LINK;
    }
}
