package org.ectsuite.notification.suppression;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a server reports of a mail.
 *
 * @param kind what it means
 * @param messages ids of ours that the report names: by its return path, or by the Message-ID of the mail it returns
 * @param status code of RFC 3463; null for a complaint
 * @param diagnostic the server's own words; null if there are none
 */
record BounceReport(
        BounceKind kind,
        List<UUID> messages,
        @Nullable String status,
        @Nullable String diagnostic) {}
