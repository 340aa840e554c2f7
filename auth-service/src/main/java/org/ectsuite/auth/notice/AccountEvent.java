package org.ectsuite.auth.notice;

/** What people are told of by mail; notification-service has the words. */
public enum AccountEvent {
    /** There is a new API key. */
    API_KEY_CREATED,
    /** An API key has a new secret. */
    API_KEY_ROTATED,
    /** There is a second factor now. */
    SECOND_FACTOR_ADDED,
    /** There is no second factor any more. */
    SECOND_FACTOR_REMOVED,
    /** An identity at another provider opens the account now. */
    IDENTITY_LINKED,
    /** An identity at another provider does not open the account any more. */
    IDENTITY_UNLINKED,
    /** There are new recovery codes. */
    RECOVERY_CODES_RENEWED,
    /** A recovery code was used in place of the authenticator. */
    RECOVERY_CODE_USED,
    /** Somebody with a shell on the host made a code that lets an administrator in. */
    BREAK_GLASS_ISSUED,
    /** Somebody got in with such a code. */
    BREAK_GLASS_USED,
    /** There is a new passkey. */
    PASSKEY_ADDED,
    /** A passkey was removed. */
    PASSKEY_REMOVED,
    /** An authenticator counted backwards: there may be a copy of a passkey. */
    PASSKEY_COPIED,
    /** The account will be erased unless somebody takes it back. */
    ERASURE_REQUESTED,
    /** Another account of the same person has gone into this one. */
    ACCOUNTS_MERGED,
    /** Somebody signed in with a browser that was not seen before. */
    NEW_DEVICE
}
