package org.ectsuite.auth.magiclink;

import java.time.Duration;
import org.ectsuite.auth.account.Ban;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.session.OpenedSession;
import org.ectsuite.auth.signin.Continuation;

/** What comes of presenting a link or a code. */
sealed interface Redemption {

    /** The door is open. */
    record SignedIn(OpenedSession session, Continuation continuation) implements Redemption {}

    /** The mailbox is proven; the second factor is still to be shown. */
    record SecondFactor(OpaqueToken token, Duration life) implements Redemption {}

    /** The link is good, but it was asked for in another browser: there its code may be typed. */
    record Elsewhere(SignInCode code) implements Redemption {}

    /** Not the code that was sent; it may be tried again. */
    record WrongCode() implements Redemption {}

    /** Not the code that was sent, and for the last time: the request is dead now. */
    record Locked() implements Redemption {}

    /** Unknown, used, expired, cancelled or locked: all the same to whoever asks. */
    record Dead() implements Redemption {}

    /** The proof is good, but there is no account, and none may be made. */
    record NotAdmitted() implements Redemption {}

    /** The proof is good, but the account is suspended. */
    record Suspended(Ban ban) implements Redemption {}
}
