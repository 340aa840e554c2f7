package org.ectsuite.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import org.ectsuite.notification.template.MailKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestWishTest {

    @ParameterizedTest
    @CsvSource({
        "07:00, 2026-03-12T05:59:59Z, 2026-03-12T06:00:00Z",
        "07:00, 2026-03-12T06:00:00Z, 2026-03-13T06:00:00Z",
        "00:00, 2026-03-12T22:59:59Z, 2026-03-12T23:00:00Z",
        // The night in which the clock is put forward from two to three.
        "02:30, 2026-03-28T23:00:00Z, 2026-03-29T01:30:00Z",
        // The night in which it is put back from three to two.
        "07:00, 2026-10-24T22:00:00Z, 2026-10-25T06:00:00Z"
    })
    void comes_once_a_day_on_the_clock_of_the_person(LocalTime at, Instant now, Instant expected) {
        assertThat(new DigestWish(at, EnumSet.of(MailKind.NET_LOG)).next(now, ZoneId.of("Europe/Berlin")))
                .isEqualTo(expected);
    }

    @Test
    void is_stored_by_the_names_of_its_kinds_and_forgets_what_is_no_kind() {
        DigestWish wish = new DigestWish(LocalTime.of(7, 0), EnumSet.of(MailKind.NET_LOG, MailKind.ANNOUNCEMENT));

        assertThat(DigestWish.stored(wish.at(), wish.storedKinds())).isEqualTo(wish);
        assertThat(DigestWish.stored(wish.at(), ",net-log,birthday,").kinds()).containsExactly(MailKind.NET_LOG);
    }
}
