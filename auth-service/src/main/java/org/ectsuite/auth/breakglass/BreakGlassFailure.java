package org.ectsuite.auth.breakglass;

import org.ectsuite.tokensecurity.SecurityLog;

/** Why a code from the host was not taken. */
enum BreakGlassFailure implements SecurityLog.Reason {
    /** Unknown, used, too old. */
    DEAD_BREAK_GLASS_CODE,
    /** The account is suspended. */
    SUSPENDED_ACCOUNT
}
