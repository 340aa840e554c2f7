package org.ectsuite.auth.social;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.session.BrowserCaller;
import org.ectsuite.auth.signin.Continuation;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.problem.ProblemException;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller's own identities at other providers. A change wants a sign-in or factor of the last minutes. */
@Path("/me/identities")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own account")
class OwnIdentitiesResource {

    private final Identities identities;
    private final Upstreams upstreams;
    private final Departures departures;
    private final BrowserCaller caller;

    OwnIdentitiesResource(Identities identities, Upstreams upstreams, Departures departures, BrowserCaller caller) {
        this.identities = identities;
        this.upstreams = upstreams;
        this.departures = departures;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listIdentities",
            summary = "The identities at other providers that open the caller's account")
    public Uni<OwnIdentities> list() {
        return identities
                .list(caller.accountId())
                .map(items -> new OwnIdentities(
                        items,
                        upstreams.offered().stream()
                                .map(OwnIdentities.Offer::of)
                                .toList()));
    }

    @POST
    @Path("/{provider}")
    @Operation(operationId = "linkIdentity", summary = "Says where the browser is to go to link an identity")
    @APIResponse(
            responseCode = "200",
            description = "The address; the answer also sets a cookie, by which the browser is known when it is back")
    public Uni<RestResponse<LinkStart>> link(@Parameter(description = "google, microsoft or github") String provider) {
        Upstream upstream =
                upstreams.find(provider).orElseThrow(() -> ProblemException.notFound("This provider is not offered."));
        UUID session = caller.sessionId();
        return identities
                .requireLinkable(caller.accountId(), session)
                .chain(() -> departures.open(upstream, Continuation.HOME, session))
                .map(way -> RestResponse.ResponseBuilder.ok(new LinkStart(way.address()))
                        .cookie(way.cookie())
                        .build())
                .onFailure(UpstreamException.class)
                .transform(failure -> new ProblemException(
                        SocialProblem.PROVIDER_UNAVAILABLE,
                        upstream.provider().title() + " does not answer. Try again in a few minutes."));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "unlinkIdentity", summary = "Takes an identity off the caller's account")
    @APIResponse(responseCode = "204", description = "It opens nothing any more")
    public Uni<Void> unlink(UUID id) {
        return identities.unlink(caller.accountId(), caller.sessionId(), id);
    }
}
