package org.ectsuite.notification.smtp;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.Roles;

/** The relay, as administrators try it. */
@Path("/relay")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "relay")
class RelayResource {

    private final SmtpConfig config;
    private final Clock clock;

    RelayResource(SmtpConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @POST
    @Path("/test")
    @Blocking
    @Operation(
            summary = "Try the relay",
            description =
                    "Holds the conversation that every mail begins with, to the configured relay and no other, and"
                            + " explains each step. Sends no mail and changes nothing.")
    public RelayReport test() {
        return new RelayConversation(config, clock).hold();
    }
}
