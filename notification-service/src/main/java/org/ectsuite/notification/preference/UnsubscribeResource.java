package org.ectsuite.notification.preference;

import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.notification.preference.UnsubscribePage.Step;
import org.jspecify.annotations.Nullable;

/**
 * The way out of a mailing. Whoever holds the link may use it: mail programs post to it without any cookie (RFC 8058),
 * and look at it by GET before a person does, so that GET changes nothing.
 */
@Path("/unsubscribe/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Tag(name = "unsubscribe")
class UnsubscribeResource {

    private static final String TOKEN = "[A-Za-z0-9_-]{1,100}";

    private final UnsubscribeLinks links;

    UnsubscribeResource(UnsubscribeLinks links) {
        this.links = links;
    }

    @GET
    @Operation(summary = "Ask whether to stop these mails", description = "Changes nothing.")
    @APIResponse(responseCode = "200", description = "A page with a button")
    public Uni<Response> ask(@PathParam("token") @Pattern(regexp = TOKEN) String token) {
        return links.find(token).chain(subject -> page(Step.ASK, subject, token));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Stop these mails",
            description = "One click: needs no cookie, no token, no body that is read.")
    @APIResponse(responseCode = "200", description = "They have stopped")
    public Uni<Response> stop(@PathParam("token") @Pattern(regexp = TOKEN) String token) {
        return links.choose(token, false).chain(subject -> page(Step.STOPPED, subject, token));
    }

    @POST
    @Path("/undo")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Take these mails up again")
    @APIResponse(responseCode = "200", description = "They come again")
    public Uni<Response> resume(@PathParam("token") @Pattern(regexp = TOKEN) String token) {
        return links.choose(token, true).chain(subject -> page(Step.RESUMED, subject, token));
    }

    private static Uni<Response> page(Step step, UnsubscribeLinks.@Nullable Subject subject, String token) {
        TemplateInstance page = UnsubscribePage.of(subject == null ? Step.UNKNOWN : step, subject, token);
        return page.createUni()
                .map(html -> Response.status(subject == null ? 404 : 200)
                        .entity(html)
                        .type("text/html;charset=UTF-8")
                        .header("Content-Security-Policy", UnsubscribePage.CONTENT_SECURITY_POLICY)
                        // The address of this page is the key to it.
                        .header("Referrer-Policy", "no-referrer")
                        .build());
    }
}
