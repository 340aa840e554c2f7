package org.ectsuite.auth.oauth;

import org.ectsuite.tokensecurity.SecurityLog;

/** Why a program was not believed. */
enum OAuthFailure implements SecurityLog.Reason {
    /** The client is unknown, or the secret is not its own. */
    WRONG_CLIENT_SECRET,
    /** An authorization code was used before: there is a copy of it. */
    CODE_REPLAY,
    /** A refresh token was used before: there is a copy of it. */
    REFRESH_REUSE
}
