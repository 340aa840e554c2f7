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

    @Message("Enter an e-mail address, like ann@example.org")
    String emailInvalid();

    @Message("Several mails went to this address just now. Use the newest one, or ask again in {minutes} min.")
    String tooManyMails(long minutes);
}
