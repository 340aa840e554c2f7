package org.ectsuite.auth.session;

/** Why a session ended before its time. */
public enum EndReason {
    /** Its owner signed out. */
    SIGN_OUT,
    /** Its owner signed in anew in the same browser. */
    REPLACED,
    /** A refresh token was used twice: there is a copy. */
    REUSE,
    /** The account was suspended. */
    BAN,
    /** The mailbox was proven for the first time: older sessions are not its owner's. */
    UNPROVEN,
    /** Its owner ended it from elsewhere, or its client gave its token back, or is known no more. */
    REVOKED,
    /** Its owner changed his factors in another browser. */
    FACTORS
}
