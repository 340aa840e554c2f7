package org.ectsuite.notification.template;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a producer hands over to be put into a letter: one record per kind. */
public sealed interface MailData permits SignInLink, NetLog, AccountNotice {

    /** The kind of letter these data are for. */
    MailKind kind();

    /** The addresses the letter links to, by field; all must belong to this suite. */
    List<Link> links();

    /** When the letter stops being of use; empty if never. */
    Optional<Instant> uselessFrom();

    /** An address in the data. */
    record Link(String field, String address) {}
}
