package org.ectsuite.notification.push;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A target and the secret that was made for it; the secret is told this once.
 *
 * @param target the target
 * @param secret what messages to a webhook are signed with; absent for ntfy
 */
@Schema(name = "IssuedPushTarget")
record IssuedTarget(PushTargetView target, @Nullable String secret) {

    @Override
    public String toString() {
        return "IssuedTarget[%s]".formatted(target);
    }
}
