package org.ectsuite.ectlog.closing;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.ectlog.checkin.CheckInView;
import org.ectsuite.ectlog.export.Export;
import org.ectsuite.ectlog.export.LogFile;
import org.ectsuite.ectlog.export.NetLog;
import org.ectsuite.ectlog.export.NetLogs;
import org.ectsuite.ectlog.net.NetFrequencyView;
import org.ectsuite.ectlog.net.NetRoleView;
import org.ectsuite.ectlog.net.NetSnapshot;
import org.ectsuite.ectlog.operator.Operator;
import org.ectsuite.ectlog.text.Zones;
import org.ectsuite.outbox.Attachment;
import org.ectsuite.outbox.ComposedMail;
import org.ectsuite.outbox.MailComposer;
import org.ectsuite.outbox.OutboxMail;
import org.ectsuite.outbox.Recipient;
import org.ectsuite.tokensecurity.People;
import org.ectsuite.tokensecurity.Person;

/** Composes the mail with a net's log when it is delivered: the outbox keeps no more than the net's id. */
@ApplicationScoped
class NetLogMail implements MailComposer {

    static final String KIND = "net-log";
    static final String NET_ID = "netId";

    private final NetLogs logs;
    private final Export export;
    private final People people;
    private final String publicUrl;

    NetLogMail(NetLogs logs, Export export, People people, @ConfigProperty(name = "ect.public-url") String publicUrl) {
        this.logs = logs;
        this.export = export;
        this.people = people;
        this.publicUrl = publicUrl;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(KIND);
    }

    @Override
    public Uni<ComposedMail> compose(OutboxMail mail) {
        UUID netId = UUID.fromString(String.valueOf(mail.data().get(NET_ID)));
        return zone(mail.recipient())
                .chain(zone -> Panache.withSession(() -> logs.of(netId)).map(log -> composed(log, zone)));
    }

    /** The zone of the one who reads; whoever is unknown by now will not get the mail anyway. */
    private Uni<ZoneId> zone(Recipient recipient) {
        return switch (recipient) {
            case Recipient.Person person ->
                people.find(List.of(person.userId())).map(found -> {
                    Person reader = found.get(person.userId());
                    return reader == null ? ZoneOffset.UTC : zone(reader.zone());
                });
            case Recipient.Address address -> {
                String zone = address.zone();
                yield Uni.createFrom().item(zone == null ? ZoneOffset.UTC : zone(zone));
            }
        };
    }

    private static ZoneId zone(String name) {
        return Zones.find(name).orElse(ZoneOffset.UTC);
    }

    private ComposedMail composed(NetLog log, ZoneId zone) {
        NetSnapshot net = log.file().net();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("netName", net.name());
        if (net.description() != null) {
            data.put("description", net.description());
        }
        data.put("ncs", log.file().netControls().stream().map(NetLogMail::label).toList());
        data.put(
                "frequencies",
                net.frequencies().stream().map(NetFrequencyView::label).toList());
        if (net.startedAt() != null) {
            data.put("startedAt", net.startedAt());
        }
        data.put("closedAt", net.closedAt());
        data.put("stations", log.stations());
        data.put("rechecks", log.rechecks());
        data.put("rows", log.rows().stream().map(NetLogMail::row).toList());
        data.put("url", publicUrl + "/nets/" + net.id());
        return new ComposedMail(
                data,
                List.of(attachment(export.csv(log, zone)), attachment(export.ics309(log, zone, preparedBy(log)))));
    }

    /** The form is signed by net control; without one by the net's owner. */
    private static Operator preparedBy(NetLog log) {
        return log.file().netControls().stream()
                .findFirst()
                .map(role -> new Operator(role.userId(), role.name(), role.callsign()))
                .orElse(log.file().net().owner());
    }

    private static String label(NetRoleView role) {
        return new Operator(role.userId(), role.name(), role.callsign()).label();
    }

    private static Map<String, Object> row(CheckInView row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("number", row.number());
        shown.put("at", row.checkedInAt());
        shown.put("callsign", row.callsign());
        if (row.name() != null) {
            shown.put("name", row.name());
        }
        if (row.location() != null) {
            shown.put("location", row.location());
        }
        shown.put("status", row.status());
        String loggedBy = row.loggedBy().callsign();
        shown.put("loggedBy", loggedBy == null ? row.loggedBy().name() : loggedBy);
        return shown;
    }

    private static Attachment attachment(LogFile file) {
        return new Attachment(file.name(), file.mediaType(), file.text().getBytes(StandardCharsets.UTF_8));
    }
}
