package org.ectsuite.notification.template;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The kinds of mail this service can write. */
public enum MailKind {
    /** The link and code by which somebody signs in. */
    SIGN_IN_LINK("sign-in-link", "sign-in links", SignInLink.class, true),
    /** The log of a net that was closed. */
    NET_LOG("net-log", "net logs", NetLog.class, false),
    /** A net is on the air. */
    NET_STARTED("net-started", "news of nets on the air", NetStarted.class, false),
    /** A net that was announced begins at another time. */
    NET_MOVED("net-moved", "news of nets that were moved", NetMoved.class, false),
    /** A net that was announced does not take place. */
    NET_CANCELLED("net-cancelled", "news of nets that were cancelled", NetCancelled.class, false),
    /** The reader is to control a net that begins soon. */
    NCS_REMINDER("ncs-reminder", "reminders to net control", NcsReminder.class, false),
    /** The reader is to log or relay in a net that begins soon. */
    STAFF_REMINDER("staff-reminder", "reminders to loggers and relays", StaffReminder.class, false),
    /** A net that the reader follows begins soon. */
    NET_REMINDER("net-reminder", "reminders of nets", NetReminder.class, false),
    /** The reader holds formal traffic that was neither passed on nor delivered. */
    TRAFFIC_REMINDER("traffic-reminder", "reminders of traffic", TrafficReminder.class, false),
    /** Something happened to the reader's account. */
    ACCOUNT_NOTICE("account-notice", "account notices", AccountNotice.class, true),
    /** Something happened that administrators should look at. */
    SECURITY_ALERT("security-alert", "security alerts", SecurityAlert.class, true),
    /** An administrator asks somebody to join. */
    INVITATION("invitation", "invitations", Invitation.class, true),
    /** The new address of an account is to be confirmed there. */
    ADDRESS_CONFIRMATION("address-confirmation", "confirmations of an address", AddressConfirmation.class, true),
    /** The former address of an account is told of the change. */
    ADDRESS_CHANGED("address-changed", "notices of a change of address", AddressChanged.class, true),
    /** A message in somebody's own words to the members of a group. */
    ANNOUNCEMENT("announcement", "announcements", Announcement.class, false),
    /** What gathered over a day, for people who want one mail in place of many. */
    DAILY_DIGEST("daily-digest", "daily digests", DailyDigest.class, false),
    /** What could not be delivered lately, for administrators. */
    FAILURE_DIGEST("failure-digest", "reports on mail that failed", FailureDigest.class, false);

    private final String wireName;
    private final String plural;
    private final Class<? extends MailData> dataType;
    private final boolean transactional;

    MailKind(String wireName, String plural, Class<? extends MailData> dataType, boolean transactional) {
        this.wireName = wireName;
        this.plural = plural;
        this.dataType = dataType;
        this.transactional = transactional;
    }

    /** The name in the API and in the metrics. */
    public String wireName() {
        return wireName;
    }

    /** What many of them are called in front of people. */
    public String plural() {
        return plural;
    }

    /** The record that carries the data of this kind. */
    public Class<? extends MailData> dataType() {
        return dataType;
    }

    /** Whether its recipient asked for it or must know it, so that nobody can do without: a sign-in link, say. */
    public boolean transactional() {
        return transactional;
    }

    /** Whether it can wait for a daily digest: what is of use on the next day, too, and nobody must act on before. */
    public boolean digestible() {
        return switch (this) {
            case NET_LOG, ANNOUNCEMENT -> true;
            case SIGN_IN_LINK,
                    ACCOUNT_NOTICE,
                    SECURITY_ALERT,
                    INVITATION,
                    ADDRESS_CONFIRMATION,
                    ADDRESS_CHANGED,
                    NET_STARTED,
                    NET_MOVED,
                    NET_CANCELLED,
                    NCS_REMINDER,
                    STAFF_REMINDER,
                    NET_REMINDER,
                    TRAFFIC_REMINDER,
                    DAILY_DIGEST,
                    FAILURE_DIGEST -> false;
        };
    }

    /**
     * The kinds that are out of date once this one was written to the same reader about the same list: nobody shall read of a
     * net to come after its cancellation.
     */
    public Set<MailKind> overtakes() {
        return switch (this) {
            case NET_MOVED, NET_CANCELLED, NET_STARTED ->
                EnumSet.of(NET_MOVED, NCS_REMINDER, STAFF_REMINDER, NET_REMINDER);
            case NCS_REMINDER, STAFF_REMINDER, NET_REMINDER -> EnumSet.of(NCS_REMINDER, STAFF_REMINDER, NET_REMINDER);
            case NET_LOG -> EnumSet.of(NET_STARTED);
            case SIGN_IN_LINK,
                    ACCOUNT_NOTICE,
                    SECURITY_ALERT,
                    INVITATION,
                    ADDRESS_CONFIRMATION,
                    ADDRESS_CHANGED,
                    ANNOUNCEMENT,
                    TRAFFIC_REMINDER,
                    DAILY_DIGEST,
                    FAILURE_DIGEST -> EnumSet.noneOf(MailKind.class);
        };
    }

    /** The kind of this name, if there is one. */
    public static Optional<MailKind> of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }
}
