package org.ectsuite.auth.account;

/** Why nobody comes in to an account. */
public enum Closing {
    /** An administrator has suspended it. */
    SUSPENSION,
    /** It rests, because its owner or an administrator wants it to. */
    DEACTIVATION,
    /** Whom it belonged to is forgotten. */
    ERASURE,
    /** What it held is another account's now. */
    MERGER;

    /** Whether it cannot be undone. */
    public boolean forGood() {
        return this == ERASURE || this == MERGER;
    }

    AccountStatus status() {
        return switch (this) {
            case SUSPENSION -> AccountStatus.BANNED;
            case DEACTIVATION -> AccountStatus.DEACTIVATED;
            case ERASURE -> AccountStatus.ERASED;
            case MERGER -> AccountStatus.MERGED;
        };
    }
}
