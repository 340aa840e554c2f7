package org.ectsuite.auth.signin;

import org.ectsuite.auth.account.Ban;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.session.OpenedSession;

/** What comes of showing a passkey on the sign-in page. */
sealed interface PasskeyEntry {

    /** The door is open. */
    record SignedIn(OpenedSession session) implements PasskeyEntry {}

    /**
     * The passkey is right, but its authenticator did not verify its owner, who has a second factor: that is still to be
     * shown.
     *
     * @param token for the cookie of the browser
     */
    record SecondFactor(OpaqueToken token) implements PasskeyEntry {}

    /** The passkey is right, but its authenticator did not verify its owner, as an administrator's must. */
    record Unverified() implements PasskeyEntry {}

    /** The page stood open for too long, or its answer was sent twice. */
    record Stale() implements PasskeyEntry {}

    /** It is not right. */
    record Wrong() implements PasskeyEntry {}

    /** Its authenticator counts backwards. */
    record Copied() implements PasskeyEntry {}

    /** The passkey is right, but the account is suspended. */
    record Suspended(Ban ban) implements PasskeyEntry {}
}
