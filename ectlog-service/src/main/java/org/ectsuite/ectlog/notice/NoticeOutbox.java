package org.ectsuite.ectlog.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.outbox.Outbox;
import org.ectsuite.outbox.OutboxMail;
import org.ectsuite.outbox.Recipient;

/** Puts notices into the outbox, a mail for each reader, in the caller's transaction. */
@ApplicationScoped
class NoticeOutbox {

    private final Outbox outbox;

    NoticeOutbox(Outbox outbox) {
        this.outbox = outbox;
    }

    Uni<Void> enqueue(Notice notice, Collection<UUID> readers) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put(NoticeMail.NET_ID, notice.netId());
        if (notice.start() != null) {
            data.put(NoticeMail.START, notice.start());
        }
        if (notice.before() != null) {
            data.put(NoticeMail.BEFORE, notice.before());
        }
        Uni<Void> enqueued = Uni.createFrom().voidItem();
        for (UUID reader : readers) {
            OutboxMail mail =
                    new OutboxMail(notice.kind().wire(), new Recipient.Person(reader), data, notice.expiresAt());
            enqueued = enqueued.chain(() -> outbox.enqueue(mail)).replaceWithVoid();
        }
        return enqueued;
    }
}
