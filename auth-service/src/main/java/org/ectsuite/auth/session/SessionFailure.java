package org.ectsuite.auth.session;

import org.ectsuite.tokensecurity.SecurityLog;

/** Why a session cookie did not help. */
enum SessionFailure implements SecurityLog.Reason {
    /** It belongs to no living session; happens to everybody who comes back after a long time. */
    UNKNOWN_SESSION,
    /** It was used before: there is a copy of it. */
    REFRESH_REUSE;

    @Override
    public boolean honest() {
        return this == UNKNOWN_SESSION;
    }
}
