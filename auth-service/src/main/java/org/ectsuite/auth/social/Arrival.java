package org.ectsuite.auth.social;

import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.signin.Continuation;
import org.ectsuite.auth.signin.SignInOutcome;

/** What comes of a browser's return from a provider. */
sealed interface Arrival {

    /** Its owner is let in, as far as the account allows. */
    record Entered(SignInOutcome outcome, Continuation continuation) implements Arrival {}

    /** The identity waits for its owner to show whose account it is to belong to. */
    record Waiting(OpaqueToken token) implements Arrival {}

    /** There is no account, and none may be made. */
    record NotAdmitted(Continuation continuation) implements Arrival {}

    /** The identity opens the account now, or did so before. */
    record Linked() implements Arrival {}

    /** Nobody was signed in. */
    record Failed(SocialFailure why, Continuation continuation) implements Arrival {}

    /** Nothing was linked. */
    record NotLinked(SocialFailure why) implements Arrival {}
}
