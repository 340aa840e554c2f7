package org.ectsuite.media.library;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Roles;

/** The libraries. */
@Path("/libraries")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Libraries")
public class LibraryResource {

    private final LibraryService libraries;
    private final CurrentCaller caller;

    LibraryResource(LibraryService libraries, CurrentCaller caller) {
        this.libraries = libraries;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.USER)
    @Operation(summary = "The libraries that the caller may see, by name")
    public Uni<LibraryList> list() {
        return libraries.visible(caller.get().roles()).map(LibraryList::new);
    }
}
