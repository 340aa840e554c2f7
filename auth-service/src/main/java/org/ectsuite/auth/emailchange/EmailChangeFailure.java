package org.ectsuite.auth.emailchange;

import org.ectsuite.tokensecurity.SecurityLog;

/** Why a change was neither confirmed nor undone. */
enum EmailChangeFailure implements SecurityLog.Reason {
    /** A link that is unknown, used, expired or cancelled; happens to people with an old mail. */
    DEAD_LINK;

    @Override
    public boolean honest() {
        return true;
    }
}
