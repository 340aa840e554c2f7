package org.ectsuite.media.stream;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.media.item.ItemService;
import org.ectsuite.tokensecurity.Caller;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Roles;
import org.jboss.resteasy.reactive.RestPath;

/** Tickets for {@code <audio>}, {@code <video>} and players outside the browser, which send no token. */
@Path("/items/{id}/ticket")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Content")
public class TicketResource {

    private final ItemService items;
    private final Tickets tickets;
    private final CurrentCaller caller;
    private final String rootPath;

    TicketResource(
            ItemService items,
            Tickets tickets,
            CurrentCaller caller,
            @ConfigProperty(name = "quarkus.http.root-path") String rootPath) {
        this.items = items;
        this.tickets = tickets;
        this.caller = caller;
        this.rootPath = rootPath;
    }

    @POST
    @RolesAllowed(Roles.USER)
    @Operation(summary = "A ticket that opens the content and the thumbnail of this item for some hours")
    public Uni<TicketView> issue(@RestPath UUID id) {
        Caller person = caller.get();
        return items.content(person.roles(), id).map(item -> {
            Tickets.Issued ticket = tickets.issue(item.id(), person);
            return new TicketView(
                    rootPath + "/items/" + item.id() + "/content?ticket=" + ticket.text(), ticket.expiresAt());
        });
    }
}
