package org.ectsuite.notification.push;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * What is sealed of a target.
 *
 * @param url address of a webhook, or of an ntfy server
 * @param topic topic of ntfy; null for a webhook
 * @param token access token of ntfy; null if it needs none
 * @param secret what a webhook's messages are signed with; null for ntfy
 */
@RegisterForReflection
record TargetSecrets(
        String url,
        @Nullable String topic,
        @Nullable String token,
        @Nullable String secret) {

    @Override
    public String toString() {
        return "TargetSecrets";
    }
}
