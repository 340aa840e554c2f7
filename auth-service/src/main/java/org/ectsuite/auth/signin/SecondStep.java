package org.ectsuite.auth.signin;

import java.time.Duration;
import org.ectsuite.auth.account.Ban;
import org.ectsuite.auth.session.OpenedSession;

/** What comes of showing the second factor. */
sealed interface SecondStep {

    /** The door is open. */
    record SignedIn(OpenedSession session, Continuation continuation) implements SecondStep {}

    /** The session of this browser goes on, and its owner has shown himself now. */
    record SteppedUp() implements SecondStep {}

    /** Not the right code; it may be tried again. */
    record Wrong() implements SecondStep {}

    /** Too many wrong codes; nothing was looked at. */
    record Paused(Duration rest) implements SecondStep {}

    /** The sign-in or session is over; one begins anew. */
    record Over() implements SecondStep {}

    /** The account was suspended meanwhile. */
    record Suspended(Ban ban) implements SecondStep {}
}
