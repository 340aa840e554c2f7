package org.ectsuite.auth.logout;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages of signing out. */
@MessageBundle("logout")
public interface LogoutMessages {

    @Message("Sign out?")
    String askTitle();

    @Message("You sign out of the suite in this browser, and of every program that you let in from here.")
    String ask();

    @Message("Sign out")
    String signOut();

    @Message("Stay signed in")
    String stay();

    @Message("You are signed out")
    String doneTitle();

    @Message("Nobody is signed in in this browser any more.")
    String done();

    @Message("Sign in again")
    String again();

    @Message("This link does not fit")
    String refusedTitle();

    @Message(
            "The program that sent you here wants you sent to an address that is not its own. You are neither signed out nor sent there.")
    String refused();
}
