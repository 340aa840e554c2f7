package org.ectsuite.auth.emailchange;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages behind the links in mails about a change of address. */
@MessageBundle("emailchange")
public interface EmailChangeMessages {

    @Message("Confirm your new address")
    String confirmTitle();

    @Message("From now on you sign in with")
    String confirmLead();

    @Message("Confirm this address")
    String confirm();

    @Message("Did you not ask for this? Then close this page, and nothing happens.")
    String confirmNotYou();

    @Message("Take the change back")
    String undoTitle();

    @Message("Your account gets its former address back:")
    String undoLead();

    @Message(
            "Everybody is signed out of it, in every browser, and its API keys end. Then you sign in again with this address.")
    String undoMeaning();

    @Message("Take the change back")
    String undo();

    @Message("Your new address is confirmed")
    String confirmedTitle();

    @Message(
            "You sign in with it from now on. Your former address was told, and can take the change back for some days.")
    String confirmed();

    @Message("The change is taken back")
    String undoneTitle();

    @Message(
            "Your account has its former address again, and everybody is signed out of it. Sign in, and look at what happened.")
    String undone();

    @Message("This address cannot be used")
    String takenTitle();

    @Message(
            "There is another account with it. Sign in to that one with a link to this address, or use another address.")
    String taken();

    @Message("This link has had its day")
    String deadTitle();

    @Message(
            "Links in mails about a change of address work once and not for ever. If the change still concerns you, ask for it anew, or turn to an administrator.")
    String dead();

    @Message("Go on")
    String onward();
}
