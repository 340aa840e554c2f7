package org.ectsuite.ectlog.export;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.ectsuite.ectlog.net.NetSnapshot;
import org.ectsuite.ectlog.operator.Operator;

/** A net's log as files. */
@ApplicationScoped
public class Export {

    private static final int LONGEST_NAME = 60;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE;

    private final NetLogs logs;
    private final Clock clock;

    Export(NetLogs logs, Clock clock) {
        this.logs = logs;
        this.clock = clock;
    }

    @WithSession
    Uni<LogFile> csv(UUID netId, ZoneId zone) {
        return logs.of(netId).map(log -> csv(log, zone));
    }

    @WithSession
    Uni<LogFile> ics309(UUID netId, ZoneId zone, Operator preparedBy) {
        return logs.of(netId).map(log -> ics309(log, zone, preparedBy));
    }

    @WithSession
    Uni<Ics309> ics309Form(UUID netId, ZoneId zone, Operator preparedBy) {
        return logs.of(netId).map(log -> Ics309.of(log, zone, preparedBy, clock.instant()));
    }

    /** The log as a table. */
    public LogFile csv(NetLog log, ZoneId zone) {
        return new LogFile(name(log, zone, "csv"), CsvLog.MEDIA_TYPE, CsvLog.of(log, zone));
    }

    /** The log as ICS-309 text. */
    public LogFile ics309(NetLog log, ZoneId zone, Operator preparedBy) {
        return new LogFile(
                name(log, zone, "ics309.txt"),
                Ics309Text.MEDIA_TYPE,
                Ics309Text.of(Ics309.of(log, zone, preparedBy, clock.instant())));
    }

    /** A file name that no system and no header takes for something else: the day and the letters of the net's name. */
    static String name(NetLog log, ZoneId zone, String extension) {
        NetSnapshot net = log.file().net();
        Instant start = net.startedAt() == null ? net.closedAt() : net.startedAt();
        String day = start == null ? "" : DAY.format(start.atZone(zone)) + "-";
        String letters = net.name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String title = letters.isEmpty() ? "net" : letters;
        return day + title.substring(0, Math.min(LONGEST_NAME, title.length())) + "." + extension;
    }
}
