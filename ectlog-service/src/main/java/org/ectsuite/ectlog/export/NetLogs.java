package org.ectsuite.ectlog.export;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ectsuite.ectlog.chat.ChatService;
import org.ectsuite.ectlog.checkin.CheckInService;
import org.ectsuite.ectlog.journal.Journal;
import org.ectsuite.ectlog.net.NetService;

/** Gathers the logs of nets. */
@ApplicationScoped
public class NetLogs {

    private static final int EVENTS_AT_ONCE = 1000;

    private final NetService nets;
    private final CheckInService log;
    private final ChatService chat;
    private final Journal journal;

    NetLogs(NetService nets, CheckInService log, ChatService chat, Journal journal) {
        this.nets = nets;
        this.log = log;
        this.chat = chat;
        this.journal = journal;
    }

    /** All that is written down of a net; within the caller's session. */
    public Uni<NetLog> of(UUID netId) {
        return nets.file(netId)
                .chain(file -> log.all(netId)
                        .chain(rows -> chat.all(netId)
                                .chain(lines -> turns(netId, 0, new ArrayList<>())
                                        .map(turns -> new NetLog(file, rows, lines, turns)))));
    }

    private Uni<List<Turn>> turns(UUID netId, long since, List<Turn> before) {
        return journal.read(netId, since, EVENTS_AT_ONCE).chain(events -> {
            before.addAll(Turns.of(events));
            return events.size() < EVENTS_AT_ONCE
                    ? Uni.createFrom().item(List.copyOf(before))
                    : turns(netId, events.getLast().sequence(), before);
        });
    }
}
