package org.ectsuite.tokensecurity.probe;

import io.quarkus.security.Authenticated;
import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.ectsuite.tokensecurity.Caller;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.People;
import org.ectsuite.tokensecurity.Person;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.tokensecurity.Scopes;
import org.ectsuite.tokensecurity.ServiceTokens;

/** Endpoints of every kind of access, as services have them. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
class ProbeResource {
    private final CurrentCaller caller;
    private final People people;
    private final ServiceTokens tokens;

    ProbeResource(CurrentCaller caller, People people, ServiceTokens tokens) {
        this.caller = caller;
        this.people = people;
        this.tokens = tokens;
    }

    /** What the endpoint saw of its caller. */
    record Seen(
            String subject, boolean person, String clientId, String callsign, Set<String> roles, Set<String> scopes) {
        static Seen of(Caller caller) {
            return new Seen(
                    caller.subject(),
                    caller.userId() != null,
                    caller.clientId(),
                    String.valueOf(caller.callsign()),
                    new TreeSet<>(caller.roles()),
                    new TreeSet<>(caller.scopes()));
        }
    }

    @GET
    @Path("open")
    @PermitAll
    public Uni<Map<String, Boolean>> open() {
        return Uni.createFrom().item(() -> Map.of("caller", caller.find().isPresent()));
    }

    @GET
    @Path("anybody")
    @Authenticated
    public Uni<Seen> anybody() {
        return Uni.createFrom().item(() -> Seen.of(caller.get()));
    }

    @GET
    @Path("user")
    @RolesAllowed(Roles.USER)
    public Uni<Seen> user() {
        return Uni.createFrom().item(() -> Seen.of(caller.get()));
    }

    @POST
    @Path("user")
    @RolesAllowed(Roles.USER)
    public Uni<Seen> change() {
        return Uni.createFrom().item(() -> Seen.of(caller.get()));
    }

    @GET
    @Path("administration")
    @RolesAllowed(Roles.ADMIN)
    public Uni<Seen> administration() {
        return Uni.createFrom().item(() -> Seen.of(caller.get()));
    }

    @POST
    @Path("administration")
    @RolesAllowed(Roles.ADMIN)
    public Uni<Seen> administer() {
        return Uni.createFrom().item(() -> Seen.of(caller.get()));
    }

    @GET
    @Path("blocking")
    @RolesAllowed(Roles.USER)
    public Seen blocking() {
        return Seen.of(caller.get());
    }

    @GET
    @Path("control")
    @RolesAllowed(Roles.NCS)
    public Uni<Seen> control() {
        return Uni.createFrom().item(() -> Seen.of(caller.get()));
    }

    @GET
    @Path("send")
    @PermissionsAllowed(Scopes.NOTIFICATIONS_SEND)
    public Uni<Seen> send() {
        return Uni.createFrom().item(() -> Seen.of(caller.get()));
    }

    @GET
    @Path("forgotten")
    public Uni<String> forgotten() {
        return Uni.createFrom().item("nobody said who may call this");
    }

    @GET
    @Path("people/{id}")
    @RolesAllowed(Roles.USER)
    public Uni<Map<UUID, Person>> person(@PathParam("id") UUID id) {
        return people.find(Set.of(id));
    }

    @GET
    @Path("tokens/{audience}")
    @RolesAllowed(Roles.USER)
    public Uni<String> token(@PathParam("audience") String audience) {
        return tokens.bearer(audience);
    }
}
