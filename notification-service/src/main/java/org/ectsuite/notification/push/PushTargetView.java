package org.ectsuite.notification.push;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.notification.template.MailKind;
import org.jspecify.annotations.Nullable;

/**
 * A target as its people see it; neither its token nor its secret is shown again.
 *
 * @param id id
 * @param type what it is
 * @param name what its people call it
 * @param url address of the webhook, or of the ntfy server
 * @param topic topic of ntfy; absent for a webhook
 * @param hasToken whether there is an access token of ntfy
 * @param kinds which kinds of mail it gets
 * @param enabled whether it gets anything
 * @param disabledReason why the service switched it off; absent if it did not
 * @param failures failed attempts in a row
 * @param lastError why the last attempt failed; absent if it did not
 * @param deliveredAt when it last got a message; absent if never
 * @param locale language of messages to a shared one
 * @param zone time zone of messages to a shared one
 * @param createdAt since when it is there
 * @param version counts changes
 */
@Schema(name = "PushTarget")
record PushTargetView(
        UUID id,
        PushType type,
        String name,
        String url,
        @Nullable String topic,
        boolean hasToken,
        List<String> kinds,
        boolean enabled,
        @Nullable String disabledReason,
        int failures,
        @Nullable String lastError,
        @Nullable Instant deliveredAt,
        @Nullable String locale,
        @Nullable String zone,
        Instant createdAt,
        long version) {

    static PushTargetView of(PushTarget target, TargetSecrets secrets) {
        return new PushTargetView(
                target.id,
                target.type,
                target.name,
                secrets.url(),
                secrets.topic(),
                secrets.token() != null,
                target.kinds().stream().map(MailKind::wireName).toList(),
                target.enabled,
                target.disabledReason,
                target.failures,
                target.lastError,
                target.deliveredAt,
                target.locale,
                target.zone,
                target.createdAt,
                target.version);
    }

    @Override
    public String toString() {
        return "PushTargetView[id=%s]".formatted(id);
    }
}
