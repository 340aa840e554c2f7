package org.ectsuite.ectlog.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.ectlog.net.NetStatus.ACTIVE;
import static org.ectsuite.ectlog.net.NetStatus.ARCHIVED;
import static org.ectsuite.ectlog.net.NetStatus.CANCELLED;
import static org.ectsuite.ectlog.net.NetStatus.CLOSED;
import static org.ectsuite.ectlog.net.NetStatus.DRAFT;
import static org.ectsuite.ectlog.net.NetStatus.LOBBY;
import static org.ectsuite.ectlog.net.NetStatus.SCHEDULED;
import static org.ectsuite.ectlog.net.NetStep.ARCHIVE;
import static org.ectsuite.ectlog.net.NetStep.CANCEL;
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

    private static final Map<Way, NetStatus> WAYS = Map.ofEntries(
            Map.entry(new Way(DRAFT, SCHEDULE), SCHEDULED),
            Map.entry(new Way(DRAFT, OPEN_LOBBY), LOBBY),
            Map.entry(new Way(DRAFT, START), ACTIVE),
            Map.entry(new Way(SCHEDULED, OPEN_LOBBY), LOBBY),
            Map.entry(new Way(SCHEDULED, START), ACTIVE),
            Map.entry(new Way(SCHEDULED, CANCEL), CANCELLED),
            Map.entry(new Way(LOBBY, START), ACTIVE),
            Map.entry(new Way(LOBBY, CANCEL), CANCELLED),
            Map.entry(new Way(LOBBY, CLOSE), CLOSED),
            Map.entry(new Way(ACTIVE, CLOSE), CLOSED),
            Map.entry(new Way(CLOSED, ARCHIVE), ARCHIVED),
            Map.entry(new Way(ARCHIVED, UNARCHIVE), CLOSED));

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
    void never_reopens_a_net_that_is_over() {
        for (NetStatus from : new NetStatus[] {CLOSED, ARCHIVED, CANCELLED}) {
            for (NetStep step : NetStep.values()) {
                Optional<NetStatus> after = NetLifecycle.after(from, step);
                assertThat(after.filter(NetStatus::open)).isEmpty();
            }
        }
    }
}
