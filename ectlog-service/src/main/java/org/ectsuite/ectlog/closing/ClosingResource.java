package org.ectsuite.ectlog.closing;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.ectlog.net.NetView;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.version.Versions;
import org.jboss.resteasy.reactive.RestResponse;

/** The end of a net. */
@Path("nets/{id}/close")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.USER)
@Tag(name = "nets")
class ClosingResource {

    private final ClosingService closing;
    private final CurrentCaller caller;

    ClosingResource(ClosingService closing, CurrentCaller caller) {
        this.closing = closing;
        this.caller = caller;
    }

    @POST
    @Operation(operationId = "closeNet", summary = "End a net; its log goes to all subscribers by mail")
    public Uni<RestResponse<NetView>> close(UUID id) {
        return closing.close(id, caller.get())
                .map(net -> RestResponse.ResponseBuilder.ok(net)
                        .header("ETag", Versions.etag(net.version()))
                        .build());
    }
}
