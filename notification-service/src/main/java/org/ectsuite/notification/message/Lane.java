package org.ectsuite.notification.message;

import org.ectsuite.notification.template.MailKind;

/** A queue of its own, with workers and connections of its own, so that one kind of mail never waits behind another. */
public enum Lane {
    /** Mail that somebody waits for in front of a screen, or must not learn of too late. */
    URGENT,
    /** Mailings to many. */
    BULK,
    /** What goes by webhook or ntfy and not by mail. */
    PUSH;

    /** The lane in which mails of this kind go. */
    public static Lane of(MailKind kind) {
        return switch (kind) {
            case SIGN_IN_LINK,
                    ACCOUNT_NOTICE,
                    SECURITY_ALERT,
                    INVITATION,
                    ADDRESS_CONFIRMATION,
                    ADDRESS_CHANGED,
                    TRAFFIC_REMINDER -> URGENT;
            case NET_LOG,
                    NET_STARTED,
                    NET_MOVED,
                    NET_CANCELLED,
                    NCS_REMINDER,
                    STAFF_REMINDER,
                    NET_REMINDER,
                    ANNOUNCEMENT,
                    DAILY_DIGEST,
                    FAILURE_DIGEST -> BULK;
        };
    }
}
