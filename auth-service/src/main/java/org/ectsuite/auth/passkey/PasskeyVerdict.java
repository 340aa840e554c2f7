package org.ectsuite.auth.passkey;

import java.util.UUID;

/** What an authenticator's answer is worth. */
public sealed interface PasskeyVerdict {

    /**
     * It is right, and its challenge used up.
     *
     * @param accountId whose passkey it is
     * @param verified whether the authenticator made sure by PIN or biometrics that it was its owner
     */
    record Accepted(UUID accountId, boolean verified) implements PasskeyVerdict {}

    /** The challenge is too old, or was used already: no sign of malice, the page stood open for long. */
    record Stale() implements PasskeyVerdict {}

    /** It is not right: an unknown or removed passkey, another origin, a signature that does not fit. */
    record Wrong() implements PasskeyVerdict {}

    /** The authenticator counts backwards: there are two with the same key. */
    record Copied() implements PasskeyVerdict {}
}
