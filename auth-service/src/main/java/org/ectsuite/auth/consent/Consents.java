package org.ectsuite.auth.consent;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.client.Clients;
import org.ectsuite.auth.session.ClientSessions;
import org.ectsuite.webedge.problem.ProblemException;

/** What people have agreed to: asked once for each client and scope, and taken back whenever they like. */
@ApplicationScoped
public class Consents {

    private static final String OBJECT = "client";

    private final ConsentRepository repository;
    private final Clients clients;
    private final ClientSessions sessions;
    private final AuditTrail audit;
    private final Clock clock;

    Consents(ConsentRepository repository, Clients clients, ClientSessions sessions, AuditTrail audit, Clock clock) {
        this.repository = repository;
        this.clients = clients;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether somebody has agreed to all of this already. */
    @WithTransaction
    public Uni<Boolean> covers(UUID accountId, UUID clientId, Collection<String> scopes) {
        return repository
                .of(accountId, clientId)
                .map(row ->
                        row.filter(found -> found.list().containsAll(scopes)).isPresent());
    }

    /** Somebody agrees to this, beside whatever he agreed to before. */
    @WithTransaction
    public Uni<Void> give(UUID accountId, UUID clientId, Collection<String> scopes) {
        return repository
                .of(accountId, clientId)
                .chain(found -> {
                    TreeSet<String> all = new TreeSet<>(scopes);
                    found.ifPresent(row -> all.addAll(row.list()));
                    ConsentRow row = found.orElseGet(() -> fresh(accountId, clientId));
                    row.scopes = String.join(" ", all);
                    row.givenAt = clock.instant();
                    return repository.persistAndFlush(row);
                })
                .chain(() -> audit.record(AuditEntry.of("consent.given", OBJECT, clientId.toString())
                        .actor(AuditActor.person(accountId.toString(), null, null, clientId.toString()))
                        .after(Map.of("scopes", List.copyOf(new TreeSet<>(scopes))))));
    }

    private static ConsentRow fresh(UUID accountId, UUID clientId) {
        ConsentRow row = new ConsentRow();
        row.id = UuidCreator.getTimeOrderedEpoch();
        row.accountId = accountId;
        row.clientId = clientId;
        return row;
    }

    /** What somebody has agreed to, newest first. */
    @WithTransaction
    Uni<ConsentView.All> of(UUID accountId) {
        return repository
                .list("accountId = ?1 order by givenAt desc, id", accountId)
                .chain(rows -> {
                    Uni<List<ConsentView>> views = Uni.createFrom().item(new ArrayList<>());
                    for (ConsentRow row : rows) {
                        views = views.call(list -> clients.find(row.clientId.toString())
                                .invoke(client -> client.ifPresent(known -> list.add(
                                        new ConsentView(row.clientId, known.name(), row.list(), row.givenAt)))));
                    }
                    return views.map(ConsentView.All::new);
                });
    }

    /** Somebody no longer agrees: everything the client was given for him is of no use a moment later. */
    @WithTransaction
    Uni<Void> withdraw(UUID accountId, UUID clientId) {
        return repository.of(accountId, clientId).chain(found -> {
            ConsentRow row = found.orElseThrow(Consents::missing);
            return repository
                    .delete("id", row.id)
                    .invoke(Consents::requireOne)
                    .chain(() -> sessions.endAllOfClient(clientId, accountId))
                    .chain(() -> audit.record(AuditEntry.of("consent.withdrawn", OBJECT, clientId.toString())
                            .before(Map.of("scopes", row.list()))));
        });
    }

    /** Of two who withdraw at once, one has withdrawn. */
    private static void requireOne(long removed) {
        if (removed == 0) {
            throw missing();
        }
    }

    private static ProblemException missing() {
        return ProblemException.notFound("There is no such consent.");
    }
}
