package org.ectsuite.auth.oauth;

import org.ectsuite.tokensecurity.SecurityLog;

/** Why a program was not believed. */
enum OAuthFailure implements SecurityLog.Reason {
    /** The client is unknown, or the secret is not its own. */
    WRONG_CLIENT_SECRET
}
