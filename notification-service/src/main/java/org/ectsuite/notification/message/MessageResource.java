package org.ectsuite.notification.message;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.notification.template.MailKind;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.tokensecurity.Scopes;
import org.ectsuite.webedge.page.Cursor;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.page.PageLimit;
import org.ectsuite.webedge.problem.ProblemException;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Messages: services send them, administrators watch over them. */
@Path("/messages")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "messages")
class MessageResource {

    private final MessageIntake intake;
    private final MessageService service;
    private final MessageInterventions interventions;
    private final Vertx vertx;
    private final CurrentCaller caller;

    MessageResource(
            MessageIntake intake,
            MessageService service,
            MessageInterventions interventions,
            CurrentCaller caller,
            Vertx vertx) {
        this.intake = intake;
        this.service = service;
        this.interventions = interventions;
        this.vertx = vertx;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @PermissionsAllowed(Scopes.NOTIFICATIONS_SEND)
    // Up to 15 MB of JSON and base64 are read here: on an event loop all other requests would wait.
    @Blocking
    @ResponseStatus(202)
    @Operation(
            summary = "Send a mail",
            description = "Answers when the message is stored; a repeat with the same key gets the same answer.")
    @APIResponse(responseCode = "202", description = "Stored, and will be tried")
    public Uni<Accepted> send(
            @HeaderParam("Idempotency-Key")
                    @Parameter(required = true)
                    @Size(max = 128) @Pattern(regexp = "[\\x21-\\x7E]+") @Nullable String key,
            @NotNull @Valid SendRequest request) {
        if (key == null) {
            throw new ProblemException(
                    MessageProblem.IDEMPOTENCY_KEY_REQUIRED, "A mail that is asked for twice must not be sent twice.");
        }
        Draft draft = intake.check(request);
        String producer = caller.get().clientId();
        Context eventLoop = vertx.getOrCreateContext();
        return Uni.createFrom()
                .voidItem()
                // A database session lives on the event loop.
                .emitOn(work -> eventLoop.runOnContext(ignored -> work.run()))
                .chain(() -> service.accept(producer, key, draft));
    }

    @GET
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "List messages", description = "Newest first.")
    public Uni<Page<MessageView>> list(
            @QueryParam("status") @Parameter(description = "Statuses, separated by commas") @Size(max = 100) @Nullable String status,
            @QueryParam("kind") @Size(max = 60) @Nullable String kind,
            @QueryParam("limit") @DefaultValue(PageLimit.DEFAULT_VALUE) @Min(1) @Max(PageLimit.MAX) int limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return service.list(statuses(status), kind(kind), before(cursor), limit);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Inspect a message", description = "With its history; what the letter says is not shown.")
    public Uni<MessageDetail> get(@PathParam("id") UUID id) {
        return service.get(id);
    }

    @POST
    @Path("/{id}/retry")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Try a dead or deferred message again, now")
    public Uni<MessageDetail> retry(@PathParam("id") UUID id) {
        return interventions.one(id, Intervention.RETRY);
    }

    @POST
    @Path("/{id}/cancel")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Withdraw a message that was not sent yet")
    public Uni<MessageDetail> cancel(@PathParam("id") UUID id) {
        return interventions.one(id, Intervention.CANCEL);
    }

    @POST
    @Path("/{id}/discard")
    @RolesAllowed(Roles.ADMIN)
    @Operation(summary = "Put a dead message away")
    public Uni<MessageDetail> discard(@PathParam("id") UUID id) {
        return interventions.one(id, Intervention.DISCARD);
    }

    @POST
    @Path("/bulk")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Retry, cancel or discard many messages",
            description = "Those named, or all to which it can be done; what cannot be changed is passed over.")
    public Uni<BulkResult> bulk(@NotNull @Valid BulkRequest request) {
        return interventions.many(request);
    }

    private static Set<MessageStatus> statuses(@Nullable String names) {
        Set<MessageStatus> statuses = EnumSet.noneOf(MessageStatus.class);
        if (names != null) {
            for (String name : names.split(",", -1)) {
                statuses.add(Arrays.stream(MessageStatus.values())
                        .filter(status -> status.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.invalid("status", "is not a status of a message")));
            }
        }
        return statuses;
    }

    private static @Nullable MailKind kind(@Nullable String name) {
        return name == null
                ? null
                : MailKind.of(name).orElseThrow(() -> ProblemException.invalid("kind", "is not a kind of mail"));
    }

    static @Nullable UUID before(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        try {
            return UUID.fromString(Cursor.decode(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not a cursor of this list");
        }
    }
}
