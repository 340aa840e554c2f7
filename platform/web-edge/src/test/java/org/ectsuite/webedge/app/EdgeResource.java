package org.ectsuite.webedge.app;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.persistence.OptimisticLockException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.webedge.limit.SignInLimited;
import org.ectsuite.webedge.limit.Uncounted;
import org.ectsuite.webedge.page.PageLimit;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.request.RequestInfo;

/** Endpoints that answer, fail and stream in every way that the edge must bear. */
@Path("/")
class EdgeResource {

    private final RequestInfo request;

    EdgeResource(RequestInfo request) {
        this.request = request;
    }

    @GET
    @Path("request")
    @PermitAll
    public Map<String, String> request() {
        return Map.of("id", request.id(), "address", request.clientAddress(), "agent", request.userAgent());
    }

    @GET
    @Path("closed")
    @RolesAllowed("NCS")
    public String closed() {
        return "open to NCS";
    }

    /** Says nothing about who may call it. */
    @GET
    @Path("unannotated")
    public String unannotated() {
        return "nobody should read this";
    }

    @GET
    @Path("status/{status}")
    @PermitAll
    public Response status(@PathParam("status") int status) {
        return Response.status(status).build();
    }

    @GET
    @Path("stream")
    @PermitAll
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> stream() {
        return Multi.createFrom().items("one", "two");
    }

    @GET
    @Path("page")
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public Response page() {
        return Response.ok("<!doctype html><title>Page</title>")
                .header("Content-Security-Policy", "default-src 'self'")
                .header("Cache-Control", "max-age=300")
                .build();
    }

    @GET
    @Path("items/{id}")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public Map<String, Object> item(
            @PathParam("id") UUID id,
            @QueryParam("limit") @DefaultValue(PageLimit.DEFAULT_VALUE) @Min(1) @Max(PageLimit.MAX) int limit) {
        return Map.of("id", id, "limit", limit);
    }

    @POST
    @Path("orders")
    @PermitAll
    @Consumes(MediaType.APPLICATION_JSON)
    public Order order(@NotNull @Valid Order order) {
        return order;
    }

    @POST
    @Path("texts")
    @PermitAll
    @Consumes(MediaType.TEXT_PLAIN)
    public int text(String text) {
        return text.length();
    }

    @GET
    @Path("fails/{how}")
    @PermitAll
    public Uni<String> fails(@PathParam("how") String how) throws Exception {
        throw switch (how) {
            case "problem" ->
                new ProblemException(CommonProblem.CONFLICT, "It is taken.")
                        .with("holder", "W1AW")
                        .header("X-Holder", "W1AW");
            case "protocol" ->
                new WebApplicationException(Response.status(400)
                        .entity(Map.of("error", "invalid_grant"))
                        .type(MediaType.APPLICATION_JSON)
                        .build());
            case "wrapped" -> new IllegalStateException(new ProblemException(CommonProblem.NOT_FOUND, "It is gone."));
            case "race" -> new OptimisticLockException("Order#1 was changed");
            case "database" -> new IllegalStateException(new ConnectException("Connection refused: db/10.0.0.1"));
            case "unforeseen" -> new IllegalStateException("SELECT secret FROM org.ectsuite.Entity");
            default -> new WebApplicationException(503);
        };
    }

    @GET
    @Path("broken-answer")
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    public @NotNull @Valid Order brokenAnswer() {
        return new Order("", 1, false, Order.Mode.FM, null, null, List.of());
    }

    @POST
    @Path("sign-in")
    @PermitAll
    @SignInLimited
    public String signIn() {
        return "perhaps";
    }

    @GET
    @Path("range")
    @PermitAll
    @Uncounted
    public String range() {
        return "some bytes";
    }
}
