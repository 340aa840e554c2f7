package org.ectsuite.auth.registration;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page behind an invitation. */
@MessageBundle("registration")
public interface RegistrationMessages {

    @Message("You are invited")
    String title();

    @Message("{inviter} invites you to join with the address")
    String by(String inviter);

    @Message("An administrator invites you to join with the address")
    String byAdministrator();

    @Message("Press the button, and we send you a sign-in link. Your account is made when you use it.")
    String next();

    @Message("Accept the invitation")
    String accept();

    @Message("You do not want to join? Then close this page, and nothing happens.")
    String notYou();

    @Message("This invitation has had its day")
    String deadTitle();

    @Message(
            "Invitations work for some days, and a newer one replaces the older. If you have accepted it already, just sign in; else ask whoever invited you for a new one.")
    String dead();

    @Message("Sign in")
    String signIn();
}
