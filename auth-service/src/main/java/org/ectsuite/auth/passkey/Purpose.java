package org.ectsuite.auth.passkey;

/** What a challenge is for; it is good for nothing else. */
public enum Purpose {
    /** To register a passkey. */
    REGISTER,
    /** To begin a session. */
    SIGN_IN,
    /** To stand for the second factor of somebody who is known already. */
    SECOND_FACTOR
}
