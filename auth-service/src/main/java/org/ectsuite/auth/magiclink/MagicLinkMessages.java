package org.ectsuite.auth.magiclink;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages of sign-in by mail. */
@MessageBundle("link")
public interface MagicLinkMessages {

    @Message("Check your mail")
    String sentTitle();

    @Message("We sent a link and a code to")
    String sentTo();

    @Message("Either will do, for {minutes} min.")
    String sentLife(long minutes);

    @Message("Code from the mail")
    String code();

    @Message("Eight letters and digits. Case and dashes do not matter.")
    String codeHint();

    @Message("Sign in")
    String signIn();

    @Message("No mail? Look in the spam folder, and whether the address is right.")
    String noMail();

    @Message("Start again")
    String startAgain();

    @Message("Enter the eight letters and digits from the mail")
    String codeInvalid();

    @Message("That is not the code from the newest mail. Check it and try again.")
    String codeWrong();

    @Message("Ready to sign in?")
    String confirmTitle();

    @Message("You are about to sign in as")
    String confirmAs();

    @Message("You did not ask for this? Then close this page, and nothing happens.")
    String notYou();

    @Message("Back to where you started")
    String elsewhereTitle();

    @Message("You asked for this mail in another window, browser or device. Type this code there:")
    String elsewhere();

    @Message("Sign-in code:")
    String codeLabel();

    @Message("Never tell this code to anybody. If you did not ask to sign in, close this page, and nothing happens.")
    String elsewhereWarning();

    @Message("Sign in here instead")
    String elsewhereHere();

    @Message("This link has had its day")
    String deadTitle();

    @Message(
            "Sign-in links work once and for a few minutes, and a newer one replaces the older. Ask for a new one; it takes a moment.")
    String dead();

    @Message("Ask for a new link")
    String askAgain();

    @Message("No account for this address")
    String notAdmittedTitle();

    @Message(
            "The mailbox is yours, but new accounts need an invitation here. Ask an administrator of your team for one.")
    String notAdmitted();

    @Message("You had an account with this address until lately? Then a mail in this mailbox tells how to get it back.")
    String notAdmittedChanged();

    @Message("Use another address")
    String otherAddress();
}
