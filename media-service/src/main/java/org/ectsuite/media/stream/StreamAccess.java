package org.ectsuite.media.stream;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.tokensecurity.Caller;
import org.ectsuite.tokensecurity.Roles;
import org.jspecify.annotations.Nullable;

/** Who asks for a file: the bearer of an access token or, where there is one, of a ticket. */
@ApplicationScoped
class StreamAccess {

    private final CurrentIdentityAssociation identities;
    private final Tickets tickets;

    StreamAccess(CurrentIdentityAssociation identities, Tickets tickets) {
        this.identities = identities;
        this.tickets = tickets;
    }

    /** The caller; fails when there is no valid proof of one. */
    Uni<Caller> caller(UUID item, @Nullable String ticket) {
        if (ticket != null) {
            return tickets.accept(ticket, item)
                    .map(caller -> Uni.createFrom().item(caller))
                    .orElseGet(() -> Uni.createFrom().failure(new UnauthorizedException("The ticket is not valid")));
        }
        return identities.getDeferredIdentity().map(Caller::of).invoke(caller -> {
            if (!caller.is(Roles.USER)) {
                throw new ForbiddenException("A service has no business here");
            }
        });
    }
}
