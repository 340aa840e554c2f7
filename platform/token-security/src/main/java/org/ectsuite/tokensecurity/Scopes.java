package org.ectsuite.tokensecurity;

/** The scopes of services, for {@code @PermissionsAllowed}; people have none. */
public final class Scopes {
    /** May read the revocation list. */
    public static final String REVOCATIONS_READ = "revocations:read";

    /** May hand messages to notification-service. */
    public static final String NOTIFICATIONS_SEND = "notifications:send";

    /** May read names, callsigns, time zones and languages of people. */
    public static final String PEOPLE_READ = "people:read";

    /** Beside {@link #PEOPLE_READ}: sees mail addresses too. */
    public static final String PEOPLE_MAIL = "people:mail";

    /** May hand in reports on mails that came back or were not wanted. */
    public static final String BOUNCES_REPORT = "bounces:report";

    private Scopes() {}
}
