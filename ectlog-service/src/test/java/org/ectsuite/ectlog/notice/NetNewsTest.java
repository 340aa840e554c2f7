package org.ectsuite.ectlog.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ectsuite.ectlog.net.NetSnapshot;
import org.ectsuite.ectlog.net.NetStatus;
import org.ectsuite.ectlog.operator.Operator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NetNewsTest {

    private static final UUID NET = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-12T12:00:00Z");
    private static final Instant START = Instant.parse("2026-03-12T19:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "DRAFT, ACTIVE, STARTED",
        "SCHEDULED, ACTIVE, STARTED",
        "LOBBY, ACTIVE, STARTED",
        "SCHEDULED, CANCELLED, CANCELLED",
        "LOBBY, CANCELLED, CANCELLED",
        "DRAFT, SCHEDULED,",
        "SCHEDULED, LOBBY,",
        "ACTIVE, CLOSED,",
        "CLOSED, ARCHIVED,"
    })
    void tells_of_the_begin_and_of_the_end_before_it(NetStatus from, NetStatus to, @Nullable NoticeKind expected) {
        // When
        Notice notice = NetNews.notice(net(from, START), net(to, START), NOW);

        // Then
        assertThat(notice == null ? null : notice.kind()).isEqualTo(expected);
    }

    @Test
    void lets_news_grow_old() {
        assertThat(NetNews.notice(net(NetStatus.LOBBY, null), net(NetStatus.ACTIVE, null), NOW))
                .isEqualTo(new Notice(NoticeKind.STARTED, NET, null, null, NOW.plus(Duration.ofHours(6))));
        assertThat(NetNews.notice(net(NetStatus.LOBBY, START), net(NetStatus.CANCELLED, START), NOW))
                .isEqualTo(new Notice(NoticeKind.CANCELLED, NET, START, null, START));
    }

    @ParameterizedTest
    @EnumSource(NetStatus.class)
    void tells_of_another_time_of_an_announced_net_alone(NetStatus status) {
        // Given
        Instant later = START.plus(Duration.ofHours(1));

        // When
        Notice notice = NetNews.notice(net(status, START), net(status, later), NOW);

        // Then
        assertThat(notice)
                .isEqualTo(status.announced() ? new Notice(NoticeKind.MOVED, NET, later, START, later) : null);
    }

    @Test
    void tells_nothing_of_a_time_that_is_the_same_gone_new_or_past() {
        NetSnapshot timed = net(NetStatus.LOBBY, START);
        NetSnapshot untimed = net(NetStatus.LOBBY, null);

        assertThat(NetNews.notice(timed, timed, NOW)).isNull();
        assertThat(NetNews.notice(timed, untimed, NOW)).isNull();
        assertThat(NetNews.notice(untimed, timed, NOW)).isNull();
        assertThat(NetNews.notice(timed, net(NetStatus.LOBBY, NOW.minusSeconds(1)), NOW))
                .isNull();
    }

    @Test
    void keeps_no_notice_that_is_not_true_any_more() {
        Instant later = START.plus(Duration.ofHours(1));

        assertThat(NoticeKind.STARTED.stillTrue(net(NetStatus.ACTIVE, START), START))
                .isTrue();
        assertThat(NoticeKind.STARTED.stillTrue(net(NetStatus.CLOSED, START), START))
                .isFalse();
        assertThat(NoticeKind.CANCELLED.stillTrue(net(NetStatus.CANCELLED, null), null))
                .isTrue();
        for (NoticeKind kind : List.of(
                NoticeKind.MOVED, NoticeKind.NCS_REMINDER, NoticeKind.STAFF_REMINDER, NoticeKind.NET_REMINDER)) {
            assertThat(kind.stillTrue(net(NetStatus.SCHEDULED, START), START)).isTrue();
            assertThat(kind.stillTrue(net(NetStatus.LOBBY, START), START)).isTrue();
            assertThat(kind.stillTrue(net(NetStatus.SCHEDULED, later), START)).isFalse();
            assertThat(kind.stillTrue(net(NetStatus.ACTIVE, START), START)).isFalse();
            assertThat(kind.stillTrue(net(NetStatus.CANCELLED, START), START)).isFalse();
        }
    }

    private static NetSnapshot net(NetStatus status, @Nullable Instant start) {
        return new NetSnapshot(
                NET,
                1,
                "Net",
                null,
                status,
                start,
                null,
                null,
                null,
                true,
                List.of(),
                new Operator(UUID.randomUUID(), "O", null));
    }
}
