package org.ectsuite.notification.template;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Data of the letters about a net that is to come, or has just begun. */
public sealed interface NetNotice extends MailData
        permits NetStarted, NetMoved, NetCancelled, NcsReminder, StaffReminder, NetReminder {

    /** The net. */
    NetFacts net();

    @Override
    default List<Link> links() {
        return List.of(new Link("net.url", net().url()));
    }

    @Override
    default Optional<MailList> list() {
        return MailList.of(URI.create(net().url()), net().netName());
    }

    /** What is to come is of no use once it has come. */
    @Override
    default Optional<Instant> uselessFrom() {
        return Optional.ofNullable(net().start());
    }
}
