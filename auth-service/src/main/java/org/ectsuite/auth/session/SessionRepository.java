package org.ectsuite.auth.session;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Access to the table of sign-ins. */
@ApplicationScoped
class SessionRepository implements PanacheRepositoryBase<SessionRow, UUID> {

    /** The User-Agent headers of an account's sessions in browsers, those that are over and not yet forgotten too. */
    Uni<List<String>> userAgents(UUID accountId) {
        return getSession()
                .chain(session -> session.createQuery(
                                "select distinct s.userAgent from SessionRow s"
                                        + " where s.accountId = :account and s.clientId is null",
                                String.class)
                        .setParameter("account", accountId)
                        .getResultList());
    }
}
