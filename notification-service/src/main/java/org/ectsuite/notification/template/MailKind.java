package org.ectsuite.notification.template;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of mail this service can write. */
public enum MailKind {
    /** The link and code by which somebody signs in. */
    SIGN_IN_LINK("sign-in-link", "sign-in links", SignInLink.class, true),
    /** The log of a net that was closed. */
    NET_LOG("net-log", "net logs", NetLog.class, false),
    /** Something happened to the reader's account. */
    ACCOUNT_NOTICE("account-notice", "account notices", AccountNotice.class, true),
    /** A message in somebody's own words to the members of a group. */
    ANNOUNCEMENT("announcement", "announcements", Announcement.class, false),
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

    /** The kind of this name, if there is one. */
    public static Optional<MailKind> of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName.equals(wireName))
                .findFirst();
    }
}
