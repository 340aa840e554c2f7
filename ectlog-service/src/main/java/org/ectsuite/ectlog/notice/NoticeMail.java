package org.ectsuite.ectlog.notice;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.ectlog.net.NetFile;
import org.ectsuite.ectlog.net.NetFrequencyView;
import org.ectsuite.ectlog.net.NetRoleView;
import org.ectsuite.ectlog.net.NetService;
import org.ectsuite.ectlog.net.NetSnapshot;
import org.ectsuite.ectlog.operator.Operator;
import org.ectsuite.outbox.ComposedMail;
import org.ectsuite.outbox.MailComposer;
import org.ectsuite.outbox.NeedlessMailException;
import org.ectsuite.outbox.OutboxMail;
import org.jspecify.annotations.Nullable;

/** Composes notices when they are delivered, and drops those that are not true any more. */
@ApplicationScoped
class NoticeMail implements MailComposer {

    static final String NET_ID = "netId";
    static final String START = "start";
    static final String BEFORE = "before";

    private final NetService nets;
    private final String publicUrl;

    NoticeMail(NetService nets, @ConfigProperty(name = "ect.public-url") String publicUrl) {
        this.nets = nets;
        this.publicUrl = publicUrl;
    }

    @Override
    public Set<String> kinds() {
        return NoticeKind.wires();
    }

    @Override
    public Uni<ComposedMail> compose(OutboxMail mail) {
        UUID netId = UUID.fromString(String.valueOf(mail.data().get(NET_ID)));
        return Panache.withSession(() -> nets.file(netId)).map(file -> composed(mail, file));
    }

    private ComposedMail composed(OutboxMail mail, NetFile file) {
        NoticeKind kind = NoticeKind.of(mail.kind());
        NetSnapshot net = file.net();
        if (!kind.stillTrue(net, instant(mail, START))) {
            throw new NeedlessMailException("The net is %s by now, or at another time".formatted(net.status()));
        }
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("net", facts(file, kind == NoticeKind.STARTED ? net.startedAt() : net.scheduledStart()));
        Instant before = instant(mail, BEFORE);
        if (before != null) {
            data.put("before", before);
        }
        return new ComposedMail(data, List.of());
    }

    private Map<String, Object> facts(NetFile file, @Nullable Instant start) {
        NetSnapshot net = file.net();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("netName", net.name());
        if (net.description() != null) {
            facts.put("description", net.description());
        }
        facts.put("ncs", file.netControls().stream().map(NoticeMail::label).toList());
        facts.put(
                "frequencies",
                net.frequencies().stream().map(NetFrequencyView::label).toList());
        if (start != null) {
            facts.put("start", start);
        }
        facts.put("url", publicUrl + "/nets/" + net.id());
        return facts;
    }

    private static String label(NetRoleView role) {
        return new Operator(role.userId(), role.name(), role.callsign()).label();
    }

    private static @Nullable Instant instant(OutboxMail mail, String name) {
        Object value = mail.data().get(name);
        return value == null ? null : Instant.parse(value.toString());
    }
}
