package org.ectsuite.audit.app;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.ectsuite.tokensecurity.Roles;

/** Changes by people, by strangers, and changes that fail. */
@Path("/things/{id}")
@RolesAllowed(Roles.USER)
public class ThingResource {

    private final ThingService things;

    ThingResource(ThingService things) {
        this.things = things;
    }

    @PUT
    public Uni<Void> change(@PathParam("id") String id, @Valid Thing thing) {
        return things.change(id, thing);
    }

    @DELETE
    public Uni<Void> remove(@PathParam("id") String id) {
        return things.remove(id);
    }

    @POST
    @Path("/failure")
    public Uni<Void> fail(@PathParam("id") String id) {
        return things.fail(id);
    }

    @POST
    @Path("/factory-transaction")
    public Uni<Void> changeInFactoryTransaction(@PathParam("id") String id) {
        return things.changeInFactoryTransaction(id);
    }

    @POST
    @Path("/no-transaction")
    public Uni<Void> changeWithoutTransaction(@PathParam("id") String id) {
        return things.changeWithoutTransaction(id);
    }

    @POST
    @Path("/sign-in")
    @PermitAll
    public Uni<Void> signIn(@PathParam("id") String id) {
        return things.signIn(id);
    }

    @DELETE
    @Path("/by-anybody")
    @PermitAll
    public Uni<Void> removeByAnybody(@PathParam("id") String id) {
        return things.remove(id);
    }
}
