package org.ectsuite.notification.smtp;

import java.util.Locale;

/** What kind of failure kept a mail from the relay; it decides what happens to the mail and to the mails behind it. */
public enum Fault {
    /** The relay refused this mail or this recipient for good. */
    REFUSED,
    /** The relay turned this mail away for now, or the attempt broke off. */
    TURNED_AWAY,
    /** The relay cannot be reached or takes no mail at the moment: true for every mail. */
    UNREACHABLE,
    /** The relay refused our user name or password, or offers no login: true for every mail. */
    LOGIN_REFUSED,
    /** The relay offers no TLS, or its certificate is not trusted or names another host: true for every mail. */
    UNTRUSTED,
    /** The relay does not let us send from our address: true for every mail. */
    SENDER_REFUSED;

    /** Its name in the API, in metrics and logs. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the next mail would meet the same failure, so that the lane pauses instead of burying its queue. */
    public boolean concernsEveryMail() {
        return switch (this) {
            case REFUSED, TURNED_AWAY -> false;
            case UNREACHABLE, LOGIN_REFUSED, UNTRUSTED, SENDER_REFUSED -> true;
        };
    }
}
