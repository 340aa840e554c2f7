package org.ectsuite.ectlog.chat;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.ectlog.ids.Ids;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.page.PageLimit;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** The chat of a net. */
@Path("nets/{netId}/chat")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.USER)
@Tag(name = "chat")
class ChatResource {

    private final ChatService chat;
    private final CurrentCaller caller;

    ChatResource(ChatService chat, CurrentCaller caller) {
        this.chat = chat;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listChat", summary = "The chat, newest lines first")
    public Uni<Page<ChatMessageView>> list(
            UUID netId,
            @QueryParam("limit") @DefaultValue(PageLimit.DEFAULT_VALUE) @Min(1) @Max(PageLimit.MAX) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return chat.list(netId, limit, cursor == null ? null : Ids.ofCursor(cursor), caller.get());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @ResponseStatus(201)
    @Operation(operationId = "postChat", summary = "Say something while the net is open")
    public Uni<ChatMessageView> post(
            UUID netId,
            @NotNull @Valid ChatRequest request,
            @HeaderParam("Idempotency-Key") @Nullable String idempotencyKey) {
        return chat.post(netId, request, idempotencyKey, caller.get());
    }
}
