package org.ectsuite.auth.merger;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.account.AdministeredAccount;
import org.ectsuite.auth.session.BrowserCaller;
import org.ectsuite.tokensecurity.Roles;

/** Mergers of two accounts of one person, by administrators. */
@Path("/accounts/{id}/merger")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
class MergerResource {

    private final Mergers mergers;
    private final BrowserCaller caller;
    private final Clock clock;

    MergerResource(Mergers mergers, BrowserCaller caller, Clock clock) {
        this.mergers = mergers;
        this.caller = caller;
        this.clock = clock;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "mergeAccount",
            summary = "Lets an account go into another of the same role, for good; answers with the one that stays")
    public Uni<AdministeredAccount> merge(UUID id, @NotNull @Valid MergerRequest request) {
        return mergers.merge(caller.accountId(), id, request.into())
                .map(account -> AdministeredAccount.of(account, clock.instant()));
    }
}
