package org.ectsuite.auth.client;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.opaque.OpaqueTokens;
import org.ectsuite.auth.session.ClientSessions;
import org.ectsuite.auth.token.TokenConfig;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.FieldError;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.version.Versions;
import org.jspecify.annotations.Nullable;

/** The registered clients, for administrators. */
@ApplicationScoped
class ClientRegistry {

    private static final String OBJECT = "client";

    private final ClientRepository repository;
    private final ClientSessions sessions;
    private final OpaqueTokens secrets;
    private final AuditTrail audit;
    private final Set<String> audiences;
    private final Clock clock;

    ClientRegistry(
            ClientRepository repository,
            ClientSessions sessions,
            OpaqueTokens secrets,
            AuditTrail audit,
            TokenConfig tokens,
            Clock clock) {
        this.repository = repository;
        this.sessions = sessions;
        this.secrets = secrets;
        this.audit = audit;
        this.audiences = Set.copyOf(tokens.audiences());
        this.clock = clock;
    }

    /** Newest first; one more than the limit, if there is one more. */
    @WithTransaction
    Uni<List<RegisteredClient>> list(@Nullable UUID before, int limit) {
        return (before == null
                        ? repository.find("order by id desc")
                        : repository.find("id < ?1 order by id desc", before))
                .range(0, limit)
                .list()
                .map(rows -> rows.stream().map(RegisteredClient::of).toList());
    }

    @WithTransaction
    Uni<RegisteredClient> get(UUID id) {
        return row(id).map(RegisteredClient::of);
    }

    @WithTransaction
    Uni<RegisteredClient.WithSecret> create(ClientMetadata metadata) {
        check(metadata);
        ClientRow row = new ClientRow();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.createdAt = clock.instant();
        row.write(metadata);
        OpaqueToken secret = secretOf(row);
        return repository
                .persistAndFlush(row)
                .map(RegisteredClient::of)
                .call(client -> audit.record(entry("client.created", row.id).after(client)))
                .map(client -> shown(client, secret));
    }

    /** Changes what is known of a client. One that begins to show itself by a secret gets one. */
    @WithTransaction
    Uni<RegisteredClient.WithSecret> write(UUID id, long expectedVersion, ClientMetadata metadata) {
        check(metadata);
        return row(id).chain(row -> {
            Versions.check(expectedVersion, row.version);
            RegisteredClient before = RegisteredClient.of(row);
            row.write(metadata);
            boolean keepsSecret =
                    row.authentication == ClientAuthentication.SECRET && before.authentication() == row.authentication;
            OpaqueToken secret = keepsSecret ? null : secretOf(row);
            return repository
                    .flush()
                    .replaceWith(() -> RegisteredClient.of(row))
                    .call(after -> audit.record(
                            entry("client.changed", id).before(before).after(after)))
                    .map(after -> shown(after, secret));
        });
    }

    /** A new secret; the old one is of no use from now on. */
    @WithTransaction
    Uni<RegisteredClient.WithSecret> rotateSecret(UUID id) {
        return row(id).chain(row -> {
            if (row.authentication != ClientAuthentication.SECRET) {
                throw new ProblemException(CommonProblem.CONFLICT, "This client does not show itself by a secret.");
            }
            OpaqueToken secret = secretOf(row);
            return repository
                    .flush()
                    .chain(() -> audit.record(entry("client.secret-rotated", id)))
                    .map(done -> shown(RegisteredClient.of(row), secret));
        });
    }

    /** Forgets a client. Whatever it was given is of no use a moment later. */
    @WithTransaction
    Uni<Void> delete(UUID id) {
        return known(repository.findById(id, LockModeType.PESSIMISTIC_WRITE))
                .chain(row -> sessions.endAllOfClient(id)
                        .chain(() -> repository.delete("id", id))
                        .chain(() -> audit.record(entry("client.deleted", id).before(RegisteredClient.of(row)))));
    }

    private @Nullable OpaqueToken secretOf(ClientRow row) {
        if (row.authentication != ClientAuthentication.SECRET) {
            row.secretHash = null;
            return null;
        }
        OpaqueToken secret = secrets.next();
        row.secretHash = secret.hash();
        return secret;
    }

    private static RegisteredClient.WithSecret shown(RegisteredClient client, @Nullable OpaqueToken secret) {
        return new RegisteredClient.WithSecret(client, secret == null ? null : secret.text());
    }

    private void check(ClientMetadata metadata) {
        List<FieldError> flaws = metadata.flaws(audiences);
        if (!flaws.isEmpty()) {
            ProblemException problem =
                    new ProblemException(CommonProblem.VALIDATION_FAILED, "The client cannot be registered like this.");
            flaws.forEach(flaw -> problem.error(flaw.field(), flaw.message()));
            throw problem;
        }
    }

    private Uni<ClientRow> row(UUID id) {
        return known(repository.findById(id));
    }

    private static Uni<ClientRow> known(Uni<ClientRow> found) {
        return found.onItem().ifNull().failWith(() -> ProblemException.notFound("There is no such client."));
    }

    private static AuditEntry entry(String action, UUID id) {
        return AuditEntry.of(action, OBJECT, id.toString());
    }
}
