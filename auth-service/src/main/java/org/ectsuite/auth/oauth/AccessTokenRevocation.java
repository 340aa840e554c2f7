package org.ectsuite.auth.oauth;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.revocation.RevocationLedger;
import org.ectsuite.auth.token.IssuedToken;

/** Puts single access tokens on the revocation list. */
@ApplicationScoped
class AccessTokenRevocation {

    private final RevocationLedger ledger;
    private final AuditTrail audit;

    AccessTokenRevocation(RevocationLedger ledger, AuditTrail audit) {
        this.ledger = ledger;
        this.audit = audit;
    }

    @WithTransaction
    Uni<Void> revoke(IssuedToken token, AuditActor actor) {
        return ledger.revokeToken(token.id())
                .chain(() -> audit.record(
                        AuditEntry.of("token.revoked", "token", token.id()).actor(actor)));
    }
}
