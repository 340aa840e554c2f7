package org.ectsuite.auth.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words that all pages share. */
@MessageBundle("page")
public interface PageMessages {

    /** The language that these words are in, as a language tag (BCP 47). */
    @Message("en")
    String language();

    @Message("ECT Suite")
    String product();

    @Message("Nets, logs and traffic for emergency communications")
    String tagline();

    @Message("On the air when it counts.")
    String claim();

    @Message("There is a problem")
    String problem();

    @Message("That did not work")
    String failureTitle();

    @Message("Too many attempts")
    String tooManyTitle();

    @Message("There were too many requests from your network. Wait {minutes} min, then try again.")
    String tooMany(long minutes);

    @Message("This page has expired")
    String expiredTitle();

    @Message(
            "For your safety a sign-in page works only for a while, and only in the browser that opened it. Start again; it takes a moment.")
    String expired();

    @Message(
            "We could not do that now. Try again in a moment; if it happens again, tell your administrator the number below.")
    String failure();

    @Message("Start again")
    String startAgain();

    @Message("Request")
    String request();

    @Message("On to {name}")
    String onwardTitle(String name);

    @Message("If nothing happens by itself, press the button.")
    String onward();

    @Message("Continue")
    String onwardButton();
}
