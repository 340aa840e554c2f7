package org.ectsuite.auth.authorization;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page that asks whether a client may. */
@MessageBundle("consent")
public interface ConsentMessages {

    @Message("Let {client} in?")
    String title(String client);

    @Message("You are signed in as")
    String signedInAs();

    @Message("{client} would like to:")
    String wants(String client);

    @Message("Agree")
    String agree();

    @Message("Do not agree")
    String refuse();

    @Message("Either way you go back to")
    String back();

    @Message("You can take this back at any time in your account.")
    String later();

    @Message("Not you?")
    String notYou();

    @Message("Use another account")
    String another();

    @Message("know that it is you")
    String openid();

    @Message("see your name, callsign, time zone and language")
    String profile();

    @Message("see your e-mail address")
    String email();

    @Message("go on when you have signed out")
    String offlineAccess();

    @Message("act for you in nets, logs and recordings, but never as administrator")
    String ect();

    @Message("This link does not fit")
    String unsafeTitle();

    @Message(
            "The program that sent you here is not known, or wants you sent to an address that is not its own. For your safety you go nowhere. Tell whoever runs it.")
    String unsafe();

    @Message("This took too long")
    String overTitle();

    @Message("This request has expired or was answered already. Go back to the program that sent you, and start again.")
    String over();
}
