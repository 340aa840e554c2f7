package org.ectsuite.notification.announcement;

import java.util.Locale;
import org.ectsuite.tokensecurity.Roles;

/** Whom an announcement is for; each includes those who may do more. */
enum AnnouncementAudience {
    EVERYBODY(Roles.USER, "all operators"),
    LOGGERS(Roles.LOGGER, "all loggers"),
    NET_CONTROLS(Roles.NCS, "all net control stations"),
    ADMINISTRATORS(Roles.ADMIN, "all administrators");

    private final String role;
    private final String words;

    AnnouncementAudience(String role, String words) {
        this.role = role;
        this.words = words;
    }

    /** The global role that one must have at least. */
    String role() {
        return role;
    }

    /** What its members are called in a letter. */
    String words() {
        return words;
    }

    /** What tells its page from those of the others: people stop the mails to one audience and keep the rest. */
    String fragment() {
        return "to-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
