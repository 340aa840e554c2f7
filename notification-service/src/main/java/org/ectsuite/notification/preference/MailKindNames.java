package org.ectsuite.notification.preference;

import java.util.Locale;
import org.ectsuite.notification.template.MailKind;

/** What kinds of mail are called in front of people. */
final class MailKindNames {

    private MailKindNames() {}

    /** {@code net logs}; a kind that is no more keeps its name. */
    static String plural(String wireName) {
        return MailKind.of(wireName)
                .map(MailKind::plural)
                .orElseGet(() -> wireName.replace('-', ' ').toLowerCase(Locale.ROOT));
    }
}
