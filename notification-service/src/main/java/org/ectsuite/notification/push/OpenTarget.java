package org.ectsuite.notification.push;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A target, unsealed.
 *
 * @param id id
 * @param owner whose it is; null for a shared one
 * @param type what it is
 * @param enabled whether it gets anything
 * @param disabledReason why it was switched off by the service; null if it was not
 * @param locale language of messages to a shared one; null for that of the person, or English
 * @param zone time zone of messages to a shared one; null for that of the person, or UTC
 * @param secrets where it is, and what opens it
 */
public record OpenTarget(
        UUID id,
        @Nullable UUID owner,
        PushType type,
        boolean enabled,
        @Nullable String disabledReason,
        @Nullable String locale,
        @Nullable String zone,
        TargetSecrets secrets) {

    /** Whether it can ring at night. */
    public boolean rings() {
        return type == PushType.NTFY;
    }

    /** Host of its server. */
    public String host() {
        return TargetUrl.parse(secrets.url(), true).host();
    }

    @Override
    public String toString() {
        return "OpenTarget[id=%s]".formatted(id);
    }
}
