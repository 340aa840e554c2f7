package org.ectsuite.notification.template;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a producer hands over to be put into a letter: one record per kind. */
public sealed interface MailData
        permits SignInLink,
                NetLog,
                AccountNotice,
                SecurityAlert,
                Invitation,
                AddressConfirmation,
                AddressChanged,
                Announcement,
                FailureDigest,
                NetNotice,
                TrafficReminder,
                DailyDigest {

    /** The kind of letter these data are for. */
    MailKind kind();

    /** The addresses the letter links to, by field; all must belong to this suite. */
    List<Link> links();

    /** When the letter stops being of use; empty if never. */
    Optional<Instant> uselessFrom();

    /** The list the letter goes to; empty if it is for one person alone. */
    default Optional<MailList> list() {
        return Optional.empty();
    }

    /** Whether it reports an emergency, which waits for nobody's quiet hours. */
    default boolean passesQuietHours() {
        return false;
    }

    /** An address in the data. */
    record Link(String field, String address) {}
}
