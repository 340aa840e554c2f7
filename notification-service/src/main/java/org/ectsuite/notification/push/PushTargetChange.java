package org.ectsuite.notification.push;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.notification.template.SingleLine;
import org.jspecify.annotations.Nullable;

/**
 * A target as it shall be from now on.
 *
 * @param name what its people call it
 * @param url address of the webhook, or of the ntfy server
 * @param topic topic of ntfy
 * @param token another access token of ntfy; if absent, the one before stays as long as the server does
 * @param kinds which kinds of mail it gets
 * @param enabled whether it gets anything; switching it on forgets its failures
 * @param locale language tag (BCP 47) of messages to a shared target
 * @param zone IANA time zone of messages to a shared target
 */
@Schema(name = "PushTargetChange")
record PushTargetChange(
        @NotNull @Size(min = 1, max = 60) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) String name,

        @NotNull @Size(min = 1, max = TargetUrl.LENGTH) String url,
        @Nullable @Pattern(regexp = PushTargetRequest.TOPIC) String topic,
        @Nullable @Pattern(regexp = PushTargetRequest.TOKEN) String token,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Size(max = 60) String> kinds,
        @NotNull Boolean enabled,

        @Size(max = 35) @Pattern(regexp = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*") @Nullable String locale,

        @Size(max = 50) @Pattern(regexp = "[A-Za-z0-9_+/-]+") @Nullable String zone) {

    @Override
    public String toString() {
        return "PushTargetChange";
    }
}
