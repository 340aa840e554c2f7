package org.ectsuite.auth.signin;

import org.ectsuite.tokensecurity.SecurityLog;

/** Why the second step failed. */
enum SecondStepFailure implements SecurityLog.Reason {
    /** The code is not the authenticator's present one, nor an unused recovery code. */
    WRONG_SECOND_FACTOR,
    /** Not a passkey of this account, or its authenticator did not verify its owner, or the page was too old. */
    WRONG_PASSKEY,
    /** There were too many wrong codes before. */
    SECOND_FACTOR_PAUSED,
    /** The account is suspended. */
    SUSPENDED_ACCOUNT
}
