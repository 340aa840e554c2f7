package org.ectsuite.notification.suppression;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The addresses that get no mail. */
@Path("/suppressions")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "suppressions")
class SuppressionResource {

    private final SuppressionBook book;

    SuppressionResource(SuppressionBook book) {
        this.book = book;
    }

    @GET
    @Operation(summary = "List the addresses that get no mail", description = "Newest first.")
    public Uni<Page<SuppressionView>> list(
            @QueryParam("q") @Parameter(description = "A part of the address") @Size(min = 1, max = 254) @Nullable String q,
            @QueryParam("limit") @DefaultValue(PageLimit.DEFAULT_VALUE) @Min(1) @Max(PageLimit.MAX) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return book.list(q, before(cursor), limit);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(summary = "Stop mail to an address", description = "Replaces what the list says of it so far.")
    public Uni<SuppressionView> add(@NotNull @Valid SuppressionRequest request) {
        return book.add(request);
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Let an address get mail again")
    public Uni<Void> remove(@PathParam("id") UUID id) {
        return book.remove(id);
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
