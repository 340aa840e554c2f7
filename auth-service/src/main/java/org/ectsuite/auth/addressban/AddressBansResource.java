package org.ectsuite.auth.addressban;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.page.Cursor;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.page.PageLimit;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Bans of client addresses, for administrators. */
@Path("/admin/address-bans")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Address bans")
class AddressBansResource {

    private static final int CURSOR_LENGTH = 200;

    private final AddressBans bans;

    AddressBansResource(AddressBans bans) {
        this.bans = bans;
    }

    @GET
    @Operation(operationId = "listAddressBans", summary = "Networks from which nobody signs in for now, newest first")
    public Uni<Page<AddressBanView>> list(
            @QueryParam("past") @DefaultValue("false") @Parameter(description = "Those that are over, too")
                    boolean past,
            @QueryParam("limit") @DefaultValue(PageLimit.DEFAULT_VALUE) @Min(1) @Max(PageLimit.MAX) int limit,
            @QueryParam("cursor") @Size(max = CURSOR_LENGTH) @Nullable String cursor) {
        return bans.list(past, before(cursor), limit)
                .map(found -> Page.of(found, limit, ban -> Cursor.encode(ban.id()), ban -> ban));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "deleteAddressBan", summary = "Lifts a ban; the network's failures are forgotten")
    public Uni<AddressBanView> lift(UUID id) {
        return bans.lift(id);
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
