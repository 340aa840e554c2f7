package org.ectsuite.notification.suppression;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;

/** Where providers post their reports. Open to all, since the signature is the proof: a provider gets no token of ours. */
@Path("/bounces/hooks/{provider}")
@PermitAll
@Tag(name = "bounces")
class BounceHookResource {

    private static final int LIMIT = 256 * 1024;

    private final BounceHooks hooks;

    BounceHookResource(BounceHooks hooks) {
        this.hooks = hooks;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Post a report as a provider",
            description =
                    "Signed as the provider does it; too old, or posted before, it is refused. What names no mail of ours"
                            + " changes nothing.")
    @APIResponse(responseCode = "204", description = "Taken")
    public Uni<Void> take(
            @PathParam("provider") @Pattern(regexp = "[a-z]{1,20}") String provider,
            @NotNull byte[] body,
            @Context HttpHeaders headers) {
        if (body.length > LIMIT) {
            throw new ProblemException(CommonProblem.TOO_LARGE, "A report has at most %d bytes.".formatted(LIMIT));
        }
        return hooks.take(provider, headers::getHeaderString, body);
    }
}
