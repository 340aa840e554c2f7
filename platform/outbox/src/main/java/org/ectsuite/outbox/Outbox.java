package org.ectsuite.outbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.ectsuite.secrets.SecretBox;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Takes mails, in the transaction of the change that wants them: both happen or neither does. */
@ApplicationScoped
public class Outbox {

    private static final String NO_TRANSACTION = "A mail belongs into the transaction of the change it tells of";

    private static final String INSERT = """
            INSERT INTO outbox_message (id, kind, payload, created_at, expires_at, next_attempt_at)
            VALUES (:id, :kind, :payload, :now, :expires, :now)
            """;

    private final SecretBox secrets;
    private final MailJson json;
    private final Clock clock;

    @Inject
    Outbox(SecretBox secrets, ObjectMapper mapper, Clock clock) {
        this.secrets = secrets;
        this.json = new MailJson(mapper);
        this.clock = clock;
    }

    /**
     * Stores a mail; it is sent soon after the transaction commits, and never if it does not.
     *
     * @return the id, under which notification-service gets it; fails with IllegalStateException outside of a transaction
     *     ({@code @WithTransaction})
     */
    public Uni<UUID> enqueue(OutboxMail mail) {
        return Uni.createFrom().deferred(() -> {
            UUID id = UuidCreator.getTimeOrderedEpoch();
            byte[] payload = secrets.seal(json.stored(mail), context(id));
            OffsetDateTime now = utc(clock.instant());
            return session()
                    .chain(session -> session.createNativeQuery(INSERT)
                            .setParameter("id", id)
                            .setParameter("kind", mail.kind())
                            .setParameter("payload", payload)
                            .setParameter("now", now)
                            .setParameter("expires", nullableUtc(mail.expiresAt()))
                            .executeUpdate())
                    .replaceWith(id);
        });
    }

    /** The session of {@code @WithTransaction}; Hibernate's own {@code withTransaction} keeps it in the same place. */
    private static Uni<Mutiny.Session> session() {
        return Uni.createFrom()
                .deferred(Panache::getSession)
                .onFailure(IllegalStateException.class)
                .transform(noSession -> new IllegalStateException(NO_TRANSACTION, noSession))
                .invoke(session -> {
                    if (session.currentTransaction() == null) {
                        throw new IllegalStateException(NO_TRANSACTION);
                    }
                });
    }

    /** Where a row's content belongs. */
    static String context(UUID id) {
        return "outbox:" + id;
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime nullableUtc(@Nullable Instant instant) {
        return instant == null ? null : utc(instant);
    }
}
