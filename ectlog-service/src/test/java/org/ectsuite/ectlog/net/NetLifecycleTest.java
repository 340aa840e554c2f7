package org.ectsuite.ectlog.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.ectlog.net.NetStatus.ACTIVE;
import static org.ectsuite.ectlog.net.NetStatus.ARCHIVED;
import static org.ectsuite.ectlog.net.NetStatus.CLOSED;
import static org.ectsuite.ectlog.net.NetStatus.DRAFT;
import static org.ectsuite.ectlog.net.NetStatus.LOBBY;
import static org.ectsuite.ectlog.net.NetStatus.SCHEDULED;
import static org.ectsuite.ectlog.net.NetStep.ARCHIVE;
import static org.ectsuite.ectlog.net.NetStep.CLOSE;
import static org.ectsuite.ectlog.net.NetStep.OPEN_LOBBY;
import static org.ectsuite.ectlog.net.NetStep.SCHEDULE;
import static org.ectsuite.ectlog.net.NetStep.START;
import static org.ectsuite.ectlog.net.NetStep.UNARCHIVE;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetLifecycleTest {

    private record Way(NetStatus from, NetStep step) {}

    private static final Map<Way, NetStatus> WAYS = Map.of(
            new Way(DRAFT, SCHEDULE), SCHEDULED,
            new Way(DRAFT, OPEN_LOBBY), LOBBY,
            new Way(DRAFT, START), ACTIVE,
            new Way(SCHEDULED, OPEN_LOBBY), LOBBY,
            new Way(SCHEDULED, START), ACTIVE,
            new Way(LOBBY, START), ACTIVE,
            new Way(LOBBY, CLOSE), CLOSED,
            new Way(ACTIVE, CLOSE), CLOSED,
            new Way(CLOSED, ARCHIVE), ARCHIVED,
            new Way(ARCHIVED, UNARCHIVE), CLOSED);

    @Test
    void has_these_ways_and_no_others() {
        // When
        Map<Way, NetStatus> possible = new HashMap<>();
        for (NetStatus from : NetStatus.values()) {
            for (NetStep step : NetStep.values()) {
                NetLifecycle.after(from, step).ifPresent(to -> possible.put(new Way(from, step), to));
            }
        }

        // Then
        assertThat(possible).isEqualTo(WAYS);
    }

    @Test
    void never_reopens_a_closed_net() {
        for (NetStatus from : new NetStatus[] {CLOSED, ARCHIVED}) {
            for (NetStep step : NetStep.values()) {
                Optional<NetStatus> after = NetLifecycle.after(from, step);
                assertThat(after.filter(NetStatus::open)).isEmpty();
            }
        }
    }
}
