package org.ectsuite.notification.preference;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to get by mail from now on.
 *
 * @param enabled the master switch for all but transactional mail
 * @param quietFrom when quiet hours begin; absent without quiet hours
 * @param quietUntil when they end
 * @param digest what shall come in one mail a day; absent if nothing
 * @param kinds whether mails of these kinds are wanted, by the kind's name; others stay as they are
 * @param lists whether mails of these lists are wanted; others stay as they are
 */
@Schema(name = "MailPreferencesChange")
record PreferenceChange(
        @NotNull Boolean enabled,

        @Nullable @Schema(implementation = String.class, examples = "22:00")
        LocalTime quietFrom,

        @Nullable @Schema(implementation = String.class, examples = "07:00")
        LocalTime quietUntil,

        @Nullable @Valid DigestChange digest,

        @NotNull @Size(max = 50) Map<@Size(max = 60) String, @NotNull Boolean> kinds,
        @NotNull @Size(max = 200) List<@NotNull @Valid ListChange> lists) {

    /**
     * One mail a day.
     *
     * @param at when, on the clock of the person's zone
     * @param kinds which kinds of mail it takes the place of
     */
    @Schema(name = "MailDigestChange")
    record DigestChange(
            @NotNull @Schema(implementation = String.class, examples = "07:00")
            LocalTime at,

            @NotNull @Size(min = 1, max = 20) List<@NotNull @Size(max = 60) String> kinds) {}

    /** A list and whether its mails of a kind are wanted. */
    @Schema(name = "MailListChange")
    record ListChange(
            @NotNull @Size(min = 1, max = 60) String kind,
            @NotNull @Size(min = 1, max = 200) String listId,
            @NotNull Boolean wanted) {}

    @AssertTrue(message = "must be given both, and differ, or not at all") @Schema(hidden = true)
    boolean isQuietHours() {
        return quietFrom == null ? quietUntil == null : quietUntil != null && !quietFrom.equals(quietUntil);
    }
}
