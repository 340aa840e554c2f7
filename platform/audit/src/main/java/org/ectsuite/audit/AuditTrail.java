package org.ectsuite.audit;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.arc.Arc;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.webedge.request.RequestInfo;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Writes the audit trail, in the transaction of the change it tells of: both happen or neither does. */
@ApplicationScoped
public class AuditTrail {

    private static final String NOWHERE = "-";

    private static final String NO_TRANSACTION = "An audit entry belongs into the transaction of its change";

    private static final String INSERT = """
            INSERT INTO audit_event (id, at, actor_subject, actor_name, actor_callsign, actor_client,
                                     action, object_type, object_id, before, after, client_address, request_id)
            VALUES (:id, :at, :subject, :name, :callsign, :client, :action, :objectType, :objectId,
                    CAST(CAST(:before AS text) AS jsonb), CAST(CAST(:after AS text) AS jsonb), :address, :request)
            """;

    private final CurrentCaller caller;
    private final RequestInfo request;
    private final AuditJson json;
    private final Clock clock;
    private final String service;

    @Inject
    AuditTrail(
            CurrentCaller caller,
            RequestInfo request,
            ObjectMapper mapper,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.caller = caller;
        this.request = request;
        this.json = new AuditJson(mapper);
        this.clock = clock;
        this.service = service;
    }

    /**
     * Records an entry. Actor, client address and request id are the present request's; the entry's own actor goes
     * first. Without a caller the actor is anonymous, and outside of any request it is this service.
     *
     * @return fails with IllegalStateException outside of a transaction ({@code @WithTransaction})
     */
    public Uni<Void> record(AuditEntry entry) {
        return Uni.createFrom().deferred(() -> insert(entry, origin(entry.actor())));
    }

    private Uni<Void> insert(AuditEntry entry, Origin origin) {
        return session()
                .chain(session -> session.createNativeQuery(INSERT)
                        .setParameter("id", UuidCreator.getTimeOrderedEpoch())
                        .setParameter("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .setParameter("subject", origin.actor().subject())
                        .setParameter("name", origin.actor().name())
                        .setParameter("callsign", origin.actor().callsign())
                        .setParameter("client", origin.actor().client())
                        .setParameter("action", entry.action())
                        .setParameter("objectType", entry.objectType())
                        .setParameter("objectId", entry.objectId())
                        .setParameter("before", json.write(entry.before()))
                        .setParameter("after", json.write(entry.after()))
                        .setParameter("address", origin.clientAddress())
                        .setParameter("request", origin.requestId())
                        .executeUpdate())
                .replaceWithVoid();
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

    private Origin origin(@Nullable AuditActor given) {
        if (!Arc.requireContainer().requestContext().isActive()) {
            return new Origin(given == null ? AuditActor.service(service) : given, NOWHERE, NOWHERE);
        }
        AuditActor actor = given == null ? callerOrElse() : given;
        return new Origin(actor, request.clientAddress(), request.id());
    }

    private AuditActor callerOrElse() {
        // A scheduled job has a request context too, but no client.
        return caller.find()
                .map(AuditActor::of)
                .orElseGet(() -> NOWHERE.equals(request.clientAddress())
                        ? AuditActor.service(service)
                        : AuditActor.anonymous(service));
    }

    private record Origin(AuditActor actor, String clientAddress, String requestId) {}
}
