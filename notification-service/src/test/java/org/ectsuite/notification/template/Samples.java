package org.ectsuite.notification.template;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Data as producers send them. */
public final class Samples {

    private Samples() {}

    public static SignInLink signInLink() {
        return new SignInLink(
                "http://localhost:8080/auth/sign-in/link?t=Hq3xV9bQm2yUe7Jw0sZ4tKcR1nLpA8dF6gTiOvXyBkE",
                "K7QM-4XWD",
                Instant.parse("2026-03-12T18:17:00Z"),
                "Firefox on Windows, 203.0.113.7",
                Instant.parse("2026-03-12T18:32:00Z"));
    }

    public static SecurityAlert securityAlert() {
        return new SecurityAlert(
                SecurityAlert.Event.FAILURE_BURST,
                "203.0.113.7",
                Instant.parse("2026-03-12T18:17:00Z"),
                "http://localhost:8080/admin/audit");
    }

    public static AccountNotice accountNotice() {
        return new AccountNotice(
                AccountNotice.Event.API_KEY_CREATED,
                "Propagation logger",
                Instant.parse("2026-03-12T18:17:00Z"),
                "Firefox on Windows",
                "http://localhost:8080/security");
    }

    public static Invitation invitation() {
        return new Invitation(
                "http://localhost:8080/auth/invitation?t=Hq3xV9bQm2yUe7Jw0sZ4tKcR1nLpA8dF6gTiOvXyBkE",
                "DL1ABC",
                Instant.parse("2026-03-19T18:17:00Z"));
    }

    public static AddressConfirmation addressConfirmation() {
        return new AddressConfirmation(
                "http://localhost:8080/auth/email-change?t=Hq3xV9bQm2yUe7Jw0sZ4tKcR1nLpA8dF6gTiOvXyBkE",
                Instant.parse("2026-03-12T18:17:00Z"),
                "Firefox on Windows",
                Instant.parse("2026-03-12T19:17:00Z"));
    }

    public static AddressChanged addressChanged() {
        return new AddressChanged(
                "http://localhost:8080/auth/email-change/undo?t=Hq3xV9bQm2yUe7Jw0sZ4tKcR1nLpA8dF6gTiOvXyBkE",
                "a***@example.org",
                Instant.parse("2026-03-12T18:17:00Z"),
                "Firefox on Windows",
                Instant.parse("2026-03-19T18:17:00Z"));
    }

    public static Announcement announcement() {
        return new Announcement(
                "Exercise moved to Saturday",
                "The storm warning holds until Friday evening, so we meet a day later.\n\n"
                        + "Saturday, 09:00, at the operations centre.\r\nBring headsets and spare batteries.",
                "Anneliese (DL1ABC)",
                "Oberrhein Emergency Team",
                "http://localhost:8080/groups/oberrhein",
                null);
    }

    public static TrafficReminder trafficReminder() {
        return new TrafficReminder(
                "207",
                TrafficReminder.Precedence.EMERGENCY,
                "District administration, crisis staff",
                Instant.parse("2026-03-12T14:30:00Z"),
                true,
                new TrafficReminder.Net("Oberrhein Emergency Net", "http://localhost:8080/nets/0195a1b2"),
                "http://localhost:8080/nets/0195a1b2#traffic-207");
    }

    public static DailyDigest dailyDigest() {
        return DailyDigest.of(List.of(netLog(), announcement()));
    }

    public static FailureDigest failureDigest() {
        return new FailureDigest(
                Instant.parse("2026-03-11T06:00:00Z"),
                Instant.parse("2026-03-12T06:00:00Z"),
                3,
                List.of(
                        new FailureDigest.Failure(
                                "Net log: Oberrhein Emergency Net",
                                "gone@example.org",
                                "Refused by the relay: 550 5.1.1 No such mailbox",
                                Instant.parse("2026-03-11T19:37:00Z")),
                        new FailureDigest.Failure(
                                "Net log: Welfare Net",
                                "full@example.org",
                                null,
                                Instant.parse("2026-03-11T20:10:00Z"))),
                "http://localhost:8080/admin/mails");
    }

    public static NetFacts netFacts() {
        return new NetFacts(
                "Oberrhein Emergency Net",
                "Weekly exercise: power failure in two districts.\nWelfare traffic for shelters 1 to 3.",
                List.of("DL1ABC (Anneliese)", "DO7PR (Peter)"),
                List.of("146.520 MHz FM, calling", "DMR TG 26283"),
                Instant.parse("2026-03-12T18:30:00Z"),
                "http://localhost:8080/nets/0195a1b2-0000-7000-8000-000000000001");
    }

    /** One of each letter about a net that is to come, or has just begun. */
    public static List<NetNotice> netNotices() {
        return List.of(
                new NetStarted(netFacts()),
                new NetMoved(netFacts(), Instant.parse("2026-03-11T18:30:00Z")),
                new NetCancelled(netFacts()),
                new NcsReminder(netFacts()),
                new StaffReminder(netFacts()),
                new NetReminder(netFacts()));
    }

    public static NetLog netLog() {
        Instant start = Instant.parse("2026-03-12T18:30:00Z");
        String[][] stations = {
            {"W1AW", "Hiram", "Newington, CT", "CHECKED_OUT", "DL1ABC"},
            {"DL1ABC", "Anneliese Müller-Thurgau", "Freiburg im Breisgau, Feuerwache Nord", "CHECKED_IN", "DL1ABC"},
            {"HB9/DK3XY/P", "Jörg", "Chrischona", "MOBILE", "DL1ABC"},
            {"SHELTER-3", "", "Sporthalle Ost", "HAS_TRAFFIC", "DO7PR"},
            {"DB0XY", "Karl-Heinz", "", "LISTENING", "DO7PR"},
            {"F5ZZZ", "Élodie", "Mulhouse", "RELAY", "DL1ABC"},
        };
        List<NetLog.Row> rows = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            String[] station = stations[i % stations.length];
            rows.add(new NetLog.Row(
                    i + 1,
                    start.plusSeconds(67L * i + 20),
                    i < stations.length ? station[0] : station[0].substring(0, 2) + i + "ABC".substring(i % 3),
                    station[1],
                    station[2],
                    station[3],
                    station[4]));
        }
        return new NetLog(
                "Oberrhein Emergency Net",
                "Weekly exercise: power failure in two districts.\nWelfare traffic for shelters 1 to 3.",
                List.of("DL1ABC (Anneliese)", "DO7PR (Peter)"),
                List.of("146.520 MHz FM, calling", "DMR TG 26283"),
                start,
                Instant.parse("2026-03-12T19:37:00Z"),
                13,
                2,
                rows,
                "http://localhost:8080/nets/0195a1b2-0000-7000-8000-000000000001");
    }
}
