package org.ectsuite.auth.account;

/** Whether the owner of an account may come in. */
public enum AccountStatus {
    ACTIVE,
    BANNED,
    /** It rests until an administrator activates it again. */
    DEACTIVATED,
    /** Whom it belonged to is forgotten. */
    ERASED,
    /** What it held is another account's now. */
    MERGED
}
