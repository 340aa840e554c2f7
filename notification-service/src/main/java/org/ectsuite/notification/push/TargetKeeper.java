package org.ectsuite.notification.push;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.notification.template.MailKind;
import org.jspecify.annotations.Nullable;

/**
 * Whose targets they are, and so what they can get.
 *
 * @param person the person; null for the installation
 */
record TargetKeeper(@Nullable UUID person) {

    /** Shared targets, kept by administrators. */
    static final TargetKeeper SHARED = new TargetKeeper(null);

    /**
     * What can be had besides by mail. What opens a door, such as a sign-in link, goes by mail alone: a kind that is not
     * named here goes nowhere else.
     */
    Set<MailKind> kinds() {
        return person == null
                ? EnumSet.of(
                        MailKind.NET_LOG,
                        MailKind.NET_STARTED,
                        MailKind.NET_MOVED,
                        MailKind.NET_CANCELLED,
                        MailKind.NET_REMINDER,
                        MailKind.ANNOUNCEMENT,
                        MailKind.FAILURE_DIGEST)
                : EnumSet.of(
                        MailKind.NET_LOG,
                        MailKind.NET_STARTED,
                        MailKind.NET_MOVED,
                        MailKind.NET_CANCELLED,
                        MailKind.NCS_REMINDER,
                        MailKind.STAFF_REMINDER,
                        MailKind.NET_REMINDER,
                        MailKind.TRAFFIC_REMINDER,
                        MailKind.ANNOUNCEMENT,
                        MailKind.ACCOUNT_NOTICE);
    }

    /** Names of these kinds in the API. */
    List<String> kindNames() {
        return kinds().stream().map(MailKind::wireName).toList();
    }

    /** Whether anybody's targets can get this kind. */
    static boolean canGet(MailKind kind) {
        return SHARED.kinds().contains(kind)
                || new TargetKeeper(new UUID(0, 0)).kinds().contains(kind);
    }
}
