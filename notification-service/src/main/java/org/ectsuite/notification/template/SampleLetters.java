package org.ectsuite.notification.template;

import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Data made up for previews: they look like life, and nothing in them is true or secret. */
@ApplicationScoped
public class SampleLetters {

    private final URI publicUrl;

    SampleLetters(@ConfigProperty(name = "ect.public-url") URI publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** Data of the kind, as if it had happened just now. */
    public MailData of(MailKind kind, Instant now) {
        return switch (kind) {
            case SIGN_IN_LINK ->
                new SignInLink(
                        publicUrl + "/auth/sign-in/link?t=sample",
                        "SAMP-LE00",
                        now,
                        "Firefox on Windows, 203.0.113.7",
                        now.plus(Duration.ofMinutes(15)));
            case NET_LOG -> netLog(now);
            case NET_STARTED -> new NetStarted(facts(now));
            case NET_MOVED -> new NetMoved(facts(now.plus(Duration.ofDays(2))), now.plus(Duration.ofDays(1)));
            case NET_CANCELLED -> new NetCancelled(facts(now.plus(Duration.ofDays(1))));
            case NCS_REMINDER -> new NcsReminder(facts(now.plus(Duration.ofDays(1))));
            case STAFF_REMINDER -> new StaffReminder(facts(now.plus(Duration.ofHours(1))));
            case NET_REMINDER -> new NetReminder(facts(now.plus(Duration.ofHours(1))));
            case TRAFFIC_REMINDER ->
                new TrafficReminder(
                        "207",
                        TrafficReminder.Precedence.PRIORITY,
                        "District administration, crisis staff",
                        now.minus(Duration.ofHours(4)),
                        null,
                        new TrafficReminder.Net(
                                "Oberrhein Emergency Net", facts(now).url()),
                        facts(now).url() + "#traffic-207");
            case ACCOUNT_NOTICE ->
                new AccountNotice(
                        AccountNotice.Event.API_KEY_CREATED,
                        "Propagation logger",
                        now,
                        "Firefox on Windows, 203.0.113.7",
                        publicUrl + "/security");
            case SECURITY_ALERT ->
                new SecurityAlert(SecurityAlert.Event.FAILURE_BURST, "203.0.113.7", now, publicUrl + "/admin/audit");
            case INVITATION ->
                new Invitation(
                        publicUrl + "/auth/invitation?t=sample", "Anneliese (DL1ABC)", now.plus(Duration.ofDays(7)));
            case ADDRESS_CONFIRMATION ->
                new AddressConfirmation(
                        publicUrl + "/auth/email-change?t=sample",
                        now,
                        "Firefox on Windows",
                        now.plus(Duration.ofHours(1)));
            case ADDRESS_CHANGED ->
                new AddressChanged(
                        publicUrl + "/auth/email-change/undo?t=sample",
                        "a***@example.org",
                        now,
                        "Firefox on Windows",
                        now.plus(Duration.ofDays(7)));
            case ANNOUNCEMENT -> announcement();
            case DAILY_DIGEST -> DailyDigest.of(List.of(netLog(now.minus(Duration.ofHours(9))), announcement()));
            case FAILURE_DIGEST ->
                new FailureDigest(
                        now.minus(Duration.ofDays(1)),
                        now,
                        3,
                        List.of(
                                new FailureDigest.Failure(
                                        "Net log: Oberrhein Emergency Net",
                                        "gone@example.org",
                                        "Refused by the relay: 550 5.1.1 No such mailbox",
                                        now.minus(Duration.ofHours(3))),
                                new FailureDigest.Failure(
                                        "Net log: Oberrhein Emergency Net",
                                        "full@example.org",
                                        "Came back: 5.2.2 smtp; 552 Mailbox full",
                                        now.minus(Duration.ofHours(9)))),
                        publicUrl + "/admin/mails");
        };
    }

    private Announcement announcement() {
        return new Announcement(
                "Exercise moved to Saturday",
                "The storm warning holds until Friday evening, so we meet a day later.\n\n"
                        + "Saturday, 09:00, at the operations centre.\nBring headsets and spare batteries.",
                "Anneliese (DL1ABC)",
                "Oberrhein Emergency Team",
                publicUrl + "/",
                null);
    }

    private NetFacts facts(Instant start) {
        return new NetFacts(
                "Oberrhein Emergency Net",
                "Weekly exercise: power failure in two districts.\nWelfare traffic for shelters 1 to 3.",
                List.of("DL1ABC (Anneliese)", "DO7PR (Peter)"),
                List.of("146.520 MHz FM, calling", "DMR TG 26283"),
                start,
                publicUrl + "/nets/0195a1b2-0000-7000-8000-000000000001");
    }

    private NetLog netLog(Instant now) {
        Instant start = now.minus(Duration.ofMinutes(72));
        return new NetLog(
                "Oberrhein Emergency Net",
                "Weekly exercise: power failure in two districts.\nWelfare traffic for shelters 1 to 3.",
                List.of("DL1ABC (Anneliese)", "DO7PR (Peter)"),
                List.of("146.520 MHz FM, calling", "DMR TG 26283"),
                start,
                now.minus(Duration.ofMinutes(5)),
                4,
                1,
                List.of(
                        row(1, start, "W1AW", "Hiram", "Newington, CT", "CHECKED_OUT"),
                        row(2, start.plusSeconds(67), "DL1ABC", "Anneliese", "Freiburg, Feuerwache Nord", "CHECKED_IN"),
                        row(3, start.plusSeconds(134), "HB9/DK3XY/P", "Jörg", "Chrischona", "MOBILE"),
                        row(4, start.plusSeconds(201), "SHELTER-3", "", "Sporthalle Ost", "HAS_TRAFFIC"),
                        row(5, start.plusSeconds(900), "HB9/DK3XY/P", "Jörg", "Chrischona", "CHECKED_IN")),
                publicUrl + "/nets/0195a1b2-0000-7000-8000-000000000001");
    }

    private static NetLog.Row row(
            int number, Instant at, String callsign, String name, String location, String status) {
        return new NetLog.Row(number, at, callsign, name, location, status, "DL1ABC");
    }
}
