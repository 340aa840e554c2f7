package org.ectsuite.auth.administration;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.account.AccountFilter;
import org.ectsuite.auth.account.AccountStatus;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.account.AdministeredAccount;
import org.ectsuite.auth.account.Location;
import org.ectsuite.auth.account.Role;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.page.Cursor;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.page.PageLimit;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.version.Versions;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The accounts, for administrators. */
@Path("/accounts")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
class AccountsResource {

    private static final int CURSOR_LENGTH = 200;
    private static final int TEXT_LENGTH = 254;

    private final Accounts accounts;
    private final Clock clock;

    AccountsResource(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "listAccounts", summary = "Accounts, newest first")
    public Uni<Page<AdministeredAccount>> list(
            @QueryParam("q") @Size(max = TEXT_LENGTH) @Nullable String text,
            @QueryParam("role") @Nullable Role role,
            @QueryParam("status") @Nullable AccountStatus status,
            @QueryParam("limit") @DefaultValue(PageLimit.DEFAULT_VALUE) @Min(1) @Max(PageLimit.MAX) int limit,
            @QueryParam("cursor") @Size(max = CURSOR_LENGTH) @Nullable String cursor) {
        Instant now = clock.instant();
        AccountFilter filter = new AccountFilter(
                text == null || text.isBlank() ? null : text.strip(), role, status, before(cursor), limit);
        return accounts.search(filter)
                .map(found -> Page.of(
                        found,
                        limit,
                        account -> Cursor.encode(account.id()),
                        account -> AdministeredAccount.of(account, now)));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAccount", summary = "One account; the ETag is its version")
    public Uni<RestResponse<AdministeredAccount>> get(UUID id) {
        return accounts.get(id)
                .map(account -> RestResponse.ResponseBuilder.ok(AdministeredAccount.of(account, clock.instant()))
                        .header(HttpHeaders.ETAG, Versions.etag(account.version()))
                        .build());
    }

    @GET
    @Path("/{id}/location")
    @Operation(
            operationId = "getAccountLocation",
            summary = "Where somebody is, by his own words; apart from the rest because nobody needs it in passing")
    public Uni<Location> location(UUID id) {
        return accounts.get(id).map(account -> account.location() == null ? Location.NOWHERE : account.location());
    }

    private static @Nullable UUID before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not a cursor of this list");
        }
    }
}
