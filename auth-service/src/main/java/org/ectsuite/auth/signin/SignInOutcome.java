package org.ectsuite.auth.signin;

import org.ectsuite.auth.account.Ban;
import org.ectsuite.auth.session.OpenedSession;

/** What comes of a good proof. */
public sealed interface SignInOutcome {

    /** The door is open. */
    record SignedIn(OpenedSession session) implements SignInOutcome {}

    /** The proof is good, but the account is suspended. */
    record Suspended(Ban ban) implements SignInOutcome {}
}
