package org.ectsuite.auth.session;

import io.smallrye.mutiny.Uni;

/** Wants to know when a person whom a client has signed in has signed out, or was. */
public interface SignOutListener {

    /** In the transaction of the sign-out; the client's session may go on, if it was let in for longer. */
    Uni<Void> signedOut(ClientSession session);
}
