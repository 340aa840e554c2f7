package org.ectsuite.auth.social;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages of sign-in with other providers. */
@MessageBundle("social")
public interface SocialMessages {

    @Message("That sign-in began in another window, or too long ago. Start again; it takes a moment.")
    String foreignState();

    @Message("{name} did not let you in. Try again, or use another way.")
    String refused(String name);

    @Message("{name} did not confirm the sign-in. Start again, or use another way.")
    String codeRefused(String name);

    @Message(
            "Sign-in with {name} is not set up rightly here: that is not your fault. Use another way, and tell your administrator.")
    String misconfigured(String name);

    @Message("{name} does not answer. Use another way, or try again in a few minutes.")
    String unavailable(String name);

    @Message(
            "{name} said something that cannot be trusted, so nobody was signed in. Use another way, and tell your administrator.")
    String untrusted(String name);

    @Message("That did not work this time. Start again; it takes a moment.")
    String overtaken();

    @Message(
            "There is no account for you yet, and new accounts need an invitation here. Ask an administrator of your team for one.")
    String notAdmitted();

    @Message("{name} was not linked")
    String notLinkedTitle(String name);

    @Message("This identity at {name} opens another account here. Remove it there first.")
    String taken(String name);

    @Message("You are not signed in any more. Sign in, and try again.")
    String signedOut();

    @Message("Your account has as many identities as it can. Remove one that you do not use any more.")
    String tooMany();

    @Message("Back to sign-in and security")
    String back();

    @Message("Is this your account?")
    String proveTitle();

    @Message(
            "There is an account with the address that {name} names. To be sure that it is yours, we ask you once by mail; from then on {name} lets you in.")
    String proveVouched(String name);

    @Message(
            "{name} does not vouch for a mail address of yours, so we ask you once by mail. From then on {name} lets you in.")
    String proveUnvouched(String name);

    @Message("Sign in with {name} another time; take me back")
    String proveBack(String name);

    @Message("Link {name}?")
    String confirmTitle(String name);

    @Message("From now on, whoever signs in to {name} as")
    String confirmLead(String name);

    @Message("From now on, whoever signs in to {name} with the account that you have just used")
    String confirmNameless(String name);

    @Message("gets into your account here,")
    String confirmAccount();

    @Message("Link {name}")
    String confirmGo(String name);

    @Message("Do not link it")
    String confirmNot();

    @Message("You can undo this at any time under “Sign-in and security”.")
    String confirmUndo();

    @Message("This page has had its day")
    String deadTitle();

    @Message("Linking works for a few minutes, and in the browser in which it began. Start again; it takes a moment.")
    String dead();

    @Message("Sign in")
    String again();
}
