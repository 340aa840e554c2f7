package org.ectsuite.auth.social;

import org.ectsuite.tokensecurity.SecurityLog;

/** Why nobody was signed in, and nothing linked, by way of a provider. */
enum SocialFailure implements SecurityLog.Reason {
    /** A state that is unknown, used, expired, or another browser's. */
    FOREIGN_STATE(400),
    /** The person has not agreed, or the provider did not let him in. */
    PROVIDER_REFUSED(400),
    /** The provider does not take the code. */
    CODE_REFUSED(400),
    /** The provider does not know the suite by what is configured here. */
    PROVIDER_MISCONFIGURED(503),
    /** The provider does not answer. */
    PROVIDER_UNAVAILABLE(503),
    /** The provider's word is not to be believed. */
    PROVIDER_UNTRUSTED(502),
    /** The identity opens somebody else's account. */
    IDENTITY_TAKEN(409),
    /** Whoever wanted to link an identity is not signed in any more. */
    SIGNED_OUT(403),
    /** The account has as many identities as it may. */
    TOO_MANY_IDENTITIES(409),
    /** Somebody else did the same at the same moment. */
    OVERTAKEN(409),
    /** A good proof of a suspended account. */
    SUSPENDED_ACCOUNT(403);

    private final int status;

    SocialFailure(int status) {
        this.status = status;
    }

    int status() {
        return status;
    }

    /** Old windows, and providers in trouble, are daily life; nobody is banned for them. */
    @Override
    public boolean honest() {
        return this != SUSPENDED_ACCOUNT;
    }
}
