package org.ectsuite.notification.preference;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.ectsuite.notification.template.MailData;
import org.ectsuite.notification.template.MailKind;
import org.ectsuite.notification.template.MailList;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to get by mail.
 *
 * @param enabled the master switch
 * @param quiet hours in which nothing shall come; null if none
 * @param digest what shall come in one mail a day; null if nothing
 * @param choices what was chosen for kinds and lists; what is not chosen is wanted
 */
record Wishes(
        boolean enabled,
        @Nullable QuietHours quiet,
        @Nullable DigestWish digest,
        List<Choice> choices) {

    /** Somebody who has chosen nothing gets everything, at any time. */
    static final Wishes NONE = new Wishes(true, null, null, List.of());

    /**
     * A choice.
     *
     * @param kind the kind's name in the API
     * @param listId the list; empty for all mails of the kind
     * @param wanted whether these mails are wanted
     */
    record Choice(String kind, String listId, boolean wanted) {}

    /** Why the mail is not wanted; empty if it is. What is transactional is not a matter of wishes. */
    Optional<String> against(MailData data) {
        if (data.kind().transactional()) {
            return Optional.empty();
        }
        if (!enabled) {
            return Optional.of("The recipient has switched off all mail but what is needed");
        }
        if (digest != null
                && digest.takes(data)
                && !choice(MailKind.DAILY_DIGEST.wireName(), "").orElse(true)) {
            return Optional.of("The recipient does not want daily digests");
        }
        String kind = data.kind().wireName();
        Optional<Boolean> ofList = data.list().map(MailList::id).flatMap(list -> choice(kind, list));
        if (!ofList.or(() -> choice(kind, "")).orElse(true)) {
            return Optional.of(
                    ofList.isPresent()
                            ? "The recipient does not want mails of this kind from this list"
                            : "The recipient does not want mails of this kind");
        }
        return Optional.empty();
    }

    /** When the mail goes into a digest; empty if it goes by itself. */
    Optional<Instant> collect(MailData data, Instant now, ZoneId zone) {
        return digest == null || !digest.takes(data) ? Optional.empty() : Optional.of(digest.next(now, zone));
    }

    /** Until when the mail has to wait; empty if it may go now. */
    Optional<Instant> wait(MailData data, Instant now, ZoneId zone) {
        if (quiet == null || data.kind().transactional() || data.passesQuietHours()) {
            return Optional.empty();
        }
        return quiet.endsAt(now, zone);
    }

    private Optional<Boolean> choice(String kind, String list) {
        return choices.stream()
                .filter(choice -> choice.kind().equals(kind) && choice.listId().equals(list))
                .map(Choice::wanted)
                .findFirst();
    }
}
