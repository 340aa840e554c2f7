package org.ectsuite.auth.signin;

import java.time.Duration;
import org.ectsuite.auth.account.Ban;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.session.OpenedSession;

/** What comes of a good proof. */
public sealed interface SignInOutcome {

    /** The door is open. */
    record SignedIn(OpenedSession session) implements SignInOutcome {}

    /**
     * Somebody has shown who he is; the second factor is still to be shown.
     *
     * @param token for the cookie of the browser
     * @param life for so long
     */
    record SecondFactor(OpaqueToken token, Duration life) implements SignInOutcome {}

    /** The proof is good, but the account is suspended. */
    record Suspended(Ban ban) implements SignInOutcome {}
}
