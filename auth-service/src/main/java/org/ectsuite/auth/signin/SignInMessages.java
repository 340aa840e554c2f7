package org.ectsuite.auth.signin;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the sign-in page. */
@MessageBundle("signin")
public interface SignInMessages {

    @Message("Sign in")
    String title();

    @Message("Enter your e-mail address, and we send you a link. There is no password to remember.")
    String lead();

    @Message("E-mail address")
    String email();

    @Message("Send sign-in link")
    String send();

    @Message("New here? Sign in the same way; your account is made when you first arrive.")
    String newcomers();

    @Message("or")
    String or();

    @Message("Sign in with {name}")
    String with(String name);

    @Message("Enter an e-mail address, like ann@example.org")
    String emailInvalid();

    @Message("Sign in with a passkey")
    String passkeyGo();

    @Message("No passkey was shown. Try again, or sign in another way.")
    String passkeyFailed();

    @Message("That passkey was not accepted. Try again, or sign in another way.")
    String passkeyWrong();

    @Message("This page stood open for too long. Try again.")
    String passkeyStale();

    @Message(
            "That passkey was refused: it counts its uses, and counted backwards, as a copy would. Sign in by mail, and remove it.")
    String passkeyCopied();

    @Message(
            "An administrator's passkey must ask for a PIN, a fingerprint or a face. Use another one, or sign in by mail.")
    String passkeyUnverified();

    @Message("Use a passkey")
    String passkeyUse();

    @Message("What you are about to do wants your passkey again.")
    String passkeyAgain();

    @Message("Sign in anew")
    String passkeyElse();

    @Message("One more step")
    String factorTitle();

    @Message("Your account has a second factor. Open your authenticator and type the code it shows.")
    String factorLead();

    @Message("Is it still you?")
    String factorAgainTitle();

    @Message("What you are about to do needs a fresh code of your authenticator.")
    String factorAgain();

    @Message("Code")
    String factorCode();

    @Message("Six digits, or one of your recovery codes")
    String factorHint();

    @Message("Continue")
    String factorGo();

    @Message("Not now")
    String factorCancel();

    @Message("No authenticator at hand, and no recovery code left? An administrator can remove your second factor.")
    String factorLost();

    @Message("That is not the code, or it was used already. Wait for the next one.")
    String factorWrong();

    @Message("There were too many wrong codes. Try again in {minutes} min.")
    String factorPaused(long minutes);

    @Message("This account is suspended")
    String suspendedTitle();

    @Message(
            "We know that it is you, but an administrator has suspended this account. Turn to your team if you think that is a mistake.")
    String suspended();

    @Message("This account is at rest")
    String restingTitle();

    @Message(
            "We know that it is you, but this account was deactivated. An administrator of your team can activate it again.")
    String resting();

    @Message("Reason")
    String suspendedReason();

    @Message("Until")
    String suspendedUntil();

    @Message("Several mails went to this address just now. Use the newest one, or ask again in {minutes} min.")
    String tooManyMails(long minutes);
}
