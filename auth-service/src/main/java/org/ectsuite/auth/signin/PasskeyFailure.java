package org.ectsuite.auth.signin;

import org.ectsuite.tokensecurity.SecurityLog;

/** Why a passkey let nobody in. */
enum PasskeyFailure implements SecurityLog.Reason {
    /** Unknown, removed, made for another site, or the signature does not fit. */
    WRONG_PASSKEY,
    /** Its authenticator counts backwards. */
    COPIED_PASSKEY,
    /** An administrator's authenticator did not verify its owner. */
    UNVERIFIED_PASSKEY,
    /** The account is suspended. */
    SUSPENDED_ACCOUNT
}
