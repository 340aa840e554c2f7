package org.ectsuite.notification.preference;

import java.time.LocalTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to get by mail.
 *
 * @param enabled the master switch for all but transactional mail
 * @param quietFrom when quiet hours begin, on the clock of the person's zone; absent without quiet hours
 * @param quietUntil when they end
 * @param digest what comes in one mail a day; absent if nothing
 * @param kinds all kinds of mail
 * @param lists single lists about which the person has said something
 * @param version counts changes; 0 before the first
 */
@Schema(name = "MailPreferences")
record PreferenceView(
        boolean enabled,

        @Nullable @Schema(implementation = String.class, examples = "22:00")
        LocalTime quietFrom,

        @Nullable @Schema(implementation = String.class, examples = "07:00")
        LocalTime quietUntil,

        @Nullable Digest digest,
        List<Kind> kinds,
        List<ListChoice> lists,
        long version) {

    /**
     * One mail a day.
     *
     * @param at when, on the clock of the person's zone
     * @param kinds which kinds of mail it takes the place of
     */
    @Schema(name = "MailDigest")
    record Digest(
            @Schema(implementation = String.class, examples = "07:00")
            LocalTime at,

            List<String> kinds) {}

    /**
     * A kind of mail.
     *
     * @param kind its name in the API
     * @param wanted whether these mails come
     * @param switchable whether that can be changed; what is transactional cannot
     * @param digestible whether it can come in a daily digest
     */
    @Schema(name = "MailKindPreference")
    record Kind(String kind, boolean wanted, boolean switchable, boolean digestible) {}

    /**
     * A list and a kind of mail.
     *
     * @param kind its name in the API
     * @param listId the path of the list's page in the web client
     * @param name name of the list
     * @param wanted whether these mails come
     */
    @Schema(name = "MailListPreference")
    record ListChoice(String kind, String listId, String name, boolean wanted) {}
}
