package org.ectsuite.auth.people;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.auth.account.Role;
import org.ectsuite.tokensecurity.Scopes;
import org.ectsuite.webedge.page.Cursor;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Who has a role, for the service that writes to all of them. */
@Path("/people/members")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "For services")
class MembersResource {

    private static final String MOST = "200";

    private final Accounts accounts;

    MembersResource(Accounts accounts) {
        this.accounts = accounts;
    }

    @GET
    @PermissionsAllowed(Scopes.PEOPLE_MAIL)
    @Operation(
            operationId = "listMembers",
            summary = "The ids of those who have a role, or one that includes it, and are not suspended")
    public Uni<Page<UUID>> list(
            @QueryParam("role")
                    @NotNull @Pattern(regexp = "USER|LOGGER|NCS|ADMIN") @Parameter(description = "The global role", required = true)
                    String role,
            @QueryParam("limit") @DefaultValue(MOST) @Min(1) @Max(200) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return accounts.members(Role.valueOf(role), after(cursor), limit + 1)
                .map(ids -> Page.of(ids, limit, Cursor::encode, Function.identity()));
    }

    private static @Nullable UUID after(@Nullable String cursor) {
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
