package org.ectsuite.notification.suppression;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.Scopes;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;

/** The mailbox of the return path: a mail server pipes what comes back in here. */
@Path("/bounces")
@Tag(name = "bounces")
class BounceResource {

    /** Larger reports are cut by the servers that make them. */
    private static final int LIMIT = 256 * 1024;

    private final BounceBook book;

    BounceResource(BounceBook book) {
        this.book = book;
    }

    @POST
    @Consumes("message/rfc822")
    @PermissionsAllowed(Scopes.BOUNCES_REPORT)
    @Operation(
            summary = "Hand in a mail that came back",
            description =
                    "A delivery status notification (RFC 3464) or an abuse report (RFC 5965). Whatever else comes to"
                            + " the return path is taken and changes nothing, so that a mail server can pipe everything in here.")
    @APIResponse(responseCode = "204", description = "Taken")
    public Uni<Void> take(@NotNull byte[] mail) {
        if (mail.length > LIMIT) {
            throw new ProblemException(CommonProblem.TOO_LARGE, "A report has at most %d bytes.".formatted(LIMIT));
        }
        return BounceReader.read(mail)
                .map(book::take)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
