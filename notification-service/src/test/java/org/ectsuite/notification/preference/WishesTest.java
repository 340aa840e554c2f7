package org.ectsuite.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import org.ectsuite.notification.preference.Wishes.Choice;
import org.ectsuite.notification.template.Announcement;
import org.ectsuite.notification.template.MailData;
import org.ectsuite.notification.template.MailKind;
import org.ectsuite.notification.template.Samples;
import org.junit.jupiter.api.Test;

class WishesTest {

    private static final Instant NIGHT = Instant.parse("2026-03-12T23:00:00Z");
    private static final QuietHours NIGHTS = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

    private final MailData log = Samples.netLog();
    private final String net = log.list().orElseThrow().id();

    @Test
    void let_everything_through_where_nothing_was_chosen() {
        assertThat(Wishes.NONE.against(log)).isEmpty();
        assertThat(Wishes.NONE.wait(log, NIGHT, ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void stop_all_mail_by_the_master_switch_but_what_is_transactional() {
        Wishes off = new Wishes(false, NIGHTS, null, List.of());

        assertThat(off.against(log)).isPresent();
        assertThat(off.against(Samples.signInLink())).isEmpty();
        assertThat(off.wait(Samples.signInLink(), NIGHT, ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void stop_a_kind() {
        Wishes noLogs = new Wishes(true, null, null, List.of(new Choice("net-log", "", false)));

        assertThat(noLogs.against(log)).contains("The recipient does not want mails of this kind");
    }

    @Test
    void stop_a_list_and_no_other() {
        assertThat(new Wishes(true, null, null, List.of(new Choice("net-log", net, false))).against(log))
                .contains("The recipient does not want mails of this kind from this list");
        assertThat(new Wishes(true, null, null, List.of(new Choice("net-log", "/nets/another", false))).against(log))
                .isEmpty();
    }

    @Test
    void let_a_list_through_of_a_kind_that_is_stopped() {
        Wishes butThis = new Wishes(
                true, null, null, List.of(new Choice("net-log", "", false), new Choice("net-log", net, true)));

        assertThat(butThis.against(log)).isEmpty();
    }

    @Test
    void stop_nothing_that_is_transactional_even_if_a_choice_says_so() {
        Wishes noSignIn = new Wishes(true, null, null, List.of(new Choice("sign-in-link", "", false)));

        assertThat(noSignIn.against(Samples.signInLink())).isEmpty();
    }

    @Test
    void keep_mailings_until_the_end_of_quiet_hours() {
        Wishes nights = new Wishes(true, NIGHTS, null, List.of());

        assertThat(nights.wait(log, NIGHT, ZoneOffset.UTC)).contains(Instant.parse("2026-03-13T07:00:00Z"));
    }

    @Test
    void put_into_the_digest_what_the_person_wants_there_and_no_emergency() {
        // Given
        Wishes daily = new Wishes(
                true,
                null,
                new DigestWish(LocalTime.of(7, 0), EnumSet.of(MailKind.NET_LOG, MailKind.ANNOUNCEMENT)),
                List.of());
        Announcement calm = Samples.announcement();
        Announcement emergency =
                new Announcement(calm.title(), calm.text(), calm.sender(), calm.group(), calm.url(), true);

        // Then
        Instant morning = Instant.parse("2026-03-13T07:00:00Z");
        assertThat(daily.collect(log, NIGHT, ZoneOffset.UTC)).contains(morning);
        assertThat(daily.collect(calm, NIGHT, ZoneOffset.UTC)).contains(morning);
        assertThat(daily.collect(emergency, NIGHT, ZoneOffset.UTC)).isEmpty();
        assertThat(daily.collect(Samples.accountNotice(), NIGHT, ZoneOffset.UTC))
                .isEmpty();
        assertThat(Wishes.NONE.collect(log, NIGHT, ZoneOffset.UTC)).isEmpty();
    }

    @Test
    void keep_back_what_would_go_into_a_digest_that_is_not_wanted_any_more() {
        // Given
        Wishes unsubscribed = new Wishes(
                true,
                null,
                new DigestWish(LocalTime.of(7, 0), EnumSet.of(MailKind.NET_LOG)),
                List.of(new Choice("daily-digest", "", false)));

        // Then
        assertThat(unsubscribed.against(log)).contains("The recipient does not want daily digests");
        assertThat(unsubscribed.against(Samples.announcement())).isEmpty();
    }
}
