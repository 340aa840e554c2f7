package org.ectsuite.auth.session;

import io.smallrye.mutiny.Uni;
import org.ectsuite.auth.account.AccountView;

/** Hears of what somebody should be told about sign-ins, in the transaction in which it happens. */
public interface SessionWatcher {

    /** Somebody who was here before signed in with a browser that was not. */
    Uni<Void> newDevice(AccountView account);

    /** A refresh token was used twice; its session has ended. */
    Uni<Void> reused(AccountView account);
}
