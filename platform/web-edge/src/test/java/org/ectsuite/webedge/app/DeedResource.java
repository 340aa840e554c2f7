package org.ectsuite.webedge.app;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.jspecify.annotations.Nullable;

/** Does deeds for several callers. */
@Path("deeds")
class DeedResource {

    private final DeedService deeds;

    DeedResource(DeedService deeds) {
        this.deeds = deeds;
    }

    @POST
    @PermitAll
    public Uni<Deed> perform(
            @HeaderParam("Idempotency-Key") @Nullable String key,
            @HeaderParam("X-Caller") String caller,
            @NotNull @Valid DeedRequest request) {
        return deeds.perform(key, caller, request);
    }
}
