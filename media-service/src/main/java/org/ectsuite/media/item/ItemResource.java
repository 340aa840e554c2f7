package org.ectsuite.media.item;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.media.metadata.MediaKind;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.page.PageLimit;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The items of the catalogue. */
@Path("/items")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Items")
public class ItemResource {

    private static final int MAX_SEARCH = 200;

    private final ItemService items;
    private final CurrentCaller caller;

    ItemResource(ItemService items, CurrentCaller caller) {
        this.items = items;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.USER)
    @Operation(summary = "Items of all libraries that the caller may see, newest first")
    public Uni<Page<ItemView>> list(
            @RestQuery @Parameter(description = "id of one library") @Nullable UUID library,
            @RestQuery @Nullable MediaKind kind,
            @RestQuery
                    @Size(max = MAX_SEARCH) @Parameter(description = "words; each must begin a word of title, name, callsigns or texts")
                    @Nullable String q,
            @RestQuery @Min(1) @Max(PageLimit.MAX) @DefaultValue(PageLimit.DEFAULT_VALUE) int limit,
            @RestQuery @Nullable String cursor) {
        return items.list(caller.get().roles(), new ItemFilter(library, kind, q), limit, cursor);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.USER)
    @Operation(summary = "One item, with the source of each value")
    public Uni<ItemView> get(@RestPath UUID id) {
        return items.get(caller.get().roles(), id);
    }
}
