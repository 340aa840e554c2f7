package org.ectsuite.auth.device;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the pages on which people let devices in. */
@MessageBundle("device")
public interface DeviceMessages {

    @Message("Let a device in")
    String title();

    @Message("Type the code that the device shows.")
    String lead();

    @Message("Code")
    String code();

    @Message("Eight letters. Case and dashes do not matter.")
    String hint();

    @Message("Go on")
    String next();

    @Message("Enter the eight letters that the device shows")
    String invalid();

    @Message("No device waits with this code. Check it, or start again on the device.")
    String unknown();

    @Message("Too many codes were wrong. Wait {minutes} min., then try again.")
    String tooMany(long minutes);

    @Message("Let {client} in?")
    String askTitle(String client);

    @Message("Does the device in front of you show this code?")
    String same();

    @Message("{client} would like to:")
    String wants(String client);

    @Message("Agree")
    String agree();

    @Message("Do not agree")
    String refuse();

    @Message("If somebody else sent you this code, do not agree: you would let in his device, not yours.")
    String warning();

    @Message("The device is in")
    String agreedTitle();

    @Message("Go back to it; it goes on in a moment. You can take this back at any time by signing out.")
    String agreed();

    @Message("The device stays out")
    String refusedTitle();

    @Message("Nothing was given to it.")
    String refused();
}
