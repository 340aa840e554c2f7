package org.ectsuite.ectlog.export;

import io.quarkus.qute.TemplateData;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ectsuite.ectlog.checkin.CheckInView;
import org.ectsuite.ectlog.checkin.StationStatus;
import org.ectsuite.ectlog.net.NetSnapshot;
import org.ectsuite.ectlog.operator.Operator;
import org.jspecify.annotations.Nullable;

/**
 * ICS-309, the communications log of the Incident Command System, in the widely used layout with eight fields.
 *
 * <p>Message numbers: the number at FROM counts the messages of that station in this log, the number at TO counts the lines
 * of the log, so that both ends can refer to a message.
 *
 * @param incident field 1, incident name
 * @param period field 2, operational period in local time
 * @param net field 3, radio net name or position
 * @param operators field 4, radio operators with callsigns
 * @param lines field 5, the log
 * @param preparedBy field 6
 * @param preparedAt field 7, local date and time
 * @param zone the zone of all times
 */
@TemplateData
record Ics309(
        String incident,
        String period,
        String net,
        String operators,
        List<Line> lines,
        String preparedBy,
        String preparedAt,
        String zone) {

    /** How many lines of the log a page holds. */
    static final int LINES_PER_PAGE = 36;

    /** To whom something is said that is meant for everybody. */
    private static final String ALL = "ALL";

    /** Net control without a callsign. */
    private static final String NET_CONTROL = "NCS";

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /**
     * A line of field 5.
     *
     * @param day the day, on the first line of a day; else null
     * @param time 24-hour local time
     * @param from the callsign that sent
     * @param fromNumber the how-manieth message of that station
     * @param to the callsign that received
     * @param toNumber the number of the line in the log
     * @param message what was said
     */
    @TemplateData
    record Line(
            @Nullable LocalDate day,
            String time,
            String from,
            int fromNumber,
            String to,
            int toNumber,
            String message) {}

    /**
     * A page.
     *
     * @param number its number
     * @param of how many there are: field 8
     * @param lines its part of the log
     */
    @TemplateData
    record Page(int number, int of, List<Line> lines) {}

    private record Message(Instant at, String from, String to, String text) {}

    /** The form of a log, in a zone, prepared by somebody at some time. */
    static Ics309 of(NetLog log, ZoneId zone, Operator preparedBy, Instant preparedAt) {
        NetSnapshot net = log.file().net();
        return new Ics309(
                net.name(),
                period(log, zone),
                net.frequencies().isEmpty()
                        ? net.name()
                        : net.name() + ", "
                                + net.frequencies().stream()
                                        .map(frequency -> frequency.label())
                                        .collect(Collectors.joining(", ")),
                operators(log),
                lines(log, zone),
                preparedBy.label(),
                DAY_AND_TIME.format(preparedAt.atZone(zone)),
                zone.getId());
    }

    /** The pages; a log without lines has one. */
    List<Page> pages() {
        int count = Math.max(1, (lines.size() + LINES_PER_PAGE - 1) / LINES_PER_PAGE);
        List<Page> pages = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            int from = (number - 1) * LINES_PER_PAGE;
            pages.add(new Page(number, count, lines.subList(from, Math.min(lines.size(), from + LINES_PER_PAGE))));
        }
        return pages;
    }

    private static String period(NetLog log, ZoneId zone) {
        NetSnapshot net = log.file().net();
        Instant first = Stream.of(
                        Stream.ofNullable(net.startedAt()),
                        log.rows().stream().map(CheckInView::checkedInAt),
                        Stream.ofNullable(net.scheduledStart()))
                .flatMap(instants -> instants)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Instant last = net.closedAt();
        String from = first == null ? "" : DAY_AND_TIME.format(first.atZone(zone));
        String to = last == null ? "" : DAY_AND_TIME.format(last.atZone(zone));
        return "From " + from + " to " + to + " (" + zone.getId() + ")";
    }

    private static String operators(NetLog log) {
        String controls = log.file().netControls().stream()
                .map(role -> new Operator(role.userId(), role.name(), role.callsign()).label())
                .collect(Collectors.joining(", "));
        return controls.isEmpty() ? log.file().net().owner().label() : controls;
    }

    private static List<Line> lines(NetLog log, ZoneId zone) {
        Map<String, Integer> sent = new HashMap<>();
        List<Line> lines = new ArrayList<>();
        LocalDate day = null;
        for (Message message : messages(log)) {
            ZonedDateTime at = message.at().atZone(zone);
            boolean sameDay = at.toLocalDate().equals(day);
            day = at.toLocalDate();
            lines.add(new Line(
                    sameDay ? null : day,
                    TIME.format(at),
                    message.from(),
                    sent.merge(message.from(), 1, Integer::sum),
                    message.to(),
                    lines.size() + 1,
                    message.text()));
        }
        return lines;
    }

    private static List<Message> messages(NetLog log) {
        Map<UUID, CheckInView> rows = log.rowsById();
        Stream<Message> checkIns = log.rows().stream()
                .map(row -> new Message(row.checkedInAt(), row.callsign(), call(row.loggedBy()), checkIn(row)));
        Stream<Message> chat =
                log.chat().stream().map(line -> new Message(line.at(), call(line.author()), ALL, line.text()));
        Stream<Message> turns =
                log.turns().stream().map(turn -> message(turn, rows)).filter(Objects::nonNull);
        // Sorted by the instant; what happened in the same one stays in the order check-in, chat, turn.
        return Stream.of(checkIns, chat, turns)
                .flatMap(messages -> messages)
                .sorted(Comparator.comparing(Message::at))
                .toList();
    }

    private static @Nullable Message message(Turn turn, Map<UUID, CheckInView> rows) {
        return switch (turn) {
            case Turn.NetTurn net ->
                switch (net.status()) {
                    case LOBBY -> new Message(net.at(), call(net.by()), ALL, "Net opens for check-ins");
                    case ACTIVE -> new Message(net.at(), call(net.by()), ALL, "Net begins");
                    case CLOSED -> new Message(net.at(), call(net.by()), ALL, "Net closed");
                    case CANCELLED -> new Message(net.at(), call(net.by()), ALL, "Net cancelled");
                    case DRAFT, SCHEDULED, ARCHIVED -> null;
                };
            case Turn.ControlTurn control ->
                new Message(
                        control.at(),
                        call(control.by()),
                        ALL,
                        control.on() ? "Net control: " + control.who() : "Net control ends: " + control.who());
            case Turn.StationTurn station -> {
                CheckInView row = rows.get(station.checkIn());
                yield row == null
                        ? null
                        : new Message(station.at(), row.callsign(), call(station.by()), status(station.status()));
            }
        };
    }

    private static String checkIn(CheckInView row) {
        String what = row.recheckOf() == null ? "Checks in" : "Checks in again";
        String who =
                Stream.of(row.name(), row.location()).filter(Objects::nonNull).collect(Collectors.joining(", "));
        String relay = row.relayedBy() == null ? "" : ", relayed by " + row.relayedBy();
        String notes = row.notes() == null ? "" : "; " + row.notes();
        return what + (who.isEmpty() ? "" : ": " + who) + relay + notes;
    }

    private static String status(StationStatus status) {
        return switch (status) {
            case CHECKED_IN -> "Present";
            case HAS_TRAFFIC -> "Has traffic";
            case LISTENING -> "Listening";
            case RELAY -> "Relays";
            case AWAY -> "Away";
            case ANNOUNCEMENTS -> "Has announcements";
            case MOBILE -> "Mobile";
            case CHECKED_OUT -> "Checks out";
        };
    }

    private static String call(Operator operator) {
        return operator.callsign() == null ? NET_CONTROL : operator.callsign();
    }
}
