package org.ectsuite.auth.breakglass;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the page that takes a code made on the host. */
@MessageBundle("glass")
public interface BreakGlassMessages {

    @Message("Break the glass")
    String title();

    @Message("For an administrator who cannot get in any other way: paste the code that was made on the host.")
    String lead();

    @Message("One-time code")
    String code();

    @Message("43 characters; good once, for a few minutes")
    String hint();

    @Message("Sign in")
    String go();

    @Message("The session ends by itself after a short time, and all administrators are told of it by mail.")
    String warning();

    @Message("Sign in by mail instead")
    String byMail();

    @Message("That code is not good: it was used, replaced by a newer one, or is too old. Make another on the host.")
    String dead();
}
