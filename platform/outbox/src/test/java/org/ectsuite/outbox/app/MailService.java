package org.ectsuite.outbox.app;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.ectsuite.outbox.Outbox;
import org.ectsuite.outbox.OutboxMail;
import org.hibernate.reactive.mutiny.Mutiny;

/** Wants mails, in transactions that succeed and fail. */
@ApplicationScoped
public class MailService {

    private final Outbox outbox;
    private final Mutiny.SessionFactory sessions;

    MailService(Outbox outbox, Mutiny.SessionFactory sessions) {
        this.outbox = outbox;
        this.sessions = sessions;
    }

    @WithTransaction
    public Uni<UUID> send(OutboxMail mail) {
        return outbox.enqueue(mail);
    }

    @WithTransaction
    public Uni<List<UUID>> sendAll(List<OutboxMail> mails) {
        return Multi.createFrom()
                .iterable(mails)
                .onItem()
                .transformToUniAndConcatenate(outbox::enqueue)
                .collect()
                .asList();
    }

    @WithTransaction
    public Uni<UUID> sendAndFail(OutboxMail mail) {
        return outbox.enqueue(mail)
                .chain(() -> Uni.createFrom().failure(new IllegalStateException("The change fails after its mail")));
    }

    /** The other style of transaction. */
    public Uni<UUID> sendInFactoryTransaction(OutboxMail mail) {
        return sessions.withTransaction(session -> outbox.enqueue(mail));
    }

    public Uni<UUID> sendWithoutTransaction(OutboxMail mail) {
        return outbox.enqueue(mail);
    }
}
