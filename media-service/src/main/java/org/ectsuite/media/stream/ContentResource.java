package org.ectsuite.media.stream;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.webedge.limit.Uncounted;
import org.ectsuite.webedge.problem.ProblemException;
import org.jboss.resteasy.reactive.PathPart;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jboss.resteasy.reactive.RestResponse.Status;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an item's file, to the bearer of an access token or of a ticket. Open to the framework, since a ticket is
 * no identity; {@link StreamAccess} lets nobody through without proof.
 */
@Path("/items/{id}/content")
@Tag(name = "Content")
public class ContentResource {

    private static final String POLICY =
            "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static final int MAX_TICKET = 2_048;

    private final StreamAccess access;
    private final Streaming streaming;

    ContentResource(StreamAccess access, Streaming streaming) {
        this.access = access;
        this.streaming = streaming;
    }

    @GET
    @PermitAll
    @Uncounted
    @SecurityRequirement(name = "bearer")
    @Operation(summary = "The file, or one range of it")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "*/*", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The range asked for")
    @APIResponse(responseCode = "304", description = "The client has it")
    @APIResponse(responseCode = "401", description = "Neither token nor ticket is valid")
    @APIResponse(responseCode = "404", description = "There is no such item, or its file is gone")
    @APIResponse(responseCode = "412", description = "The file is not the one asked for")
    @APIResponse(responseCode = "416", description = "The range begins behind the end")
    @APIResponse(responseCode = "503", description = "The library is offline")
    public Uni<RestResponse<PathPart>> get(
            @RestPath UUID id,
            @RestQuery @Size(max = MAX_TICKET) @Nullable String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.IF_UNMODIFIED_SINCE) @Nullable String ifUnmodifiedSince,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(HttpHeaders.IF_MODIFIED_SINCE) @Nullable String ifModifiedSince,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("Range") @Nullable String range) {
        return open(id, ticket).map(open -> {
            Validators validators = open.validators();
            switch (validators.evaluate(ifMatch, ifUnmodifiedSince, ifNoneMatch, ifModifiedSince)) {
                case NOT_MODIFIED -> {
                    return notModified(validators);
                }
                case PRECONDITION_FAILED -> throw changed();
                case PROCEED -> {
                    // below
                }
            }
            long size = open.file().size();
            RequestedRange wanted =
                    validators.permitsRange(ifRange) ? RequestedRange.of(range, size) : new RequestedRange.Whole();
            return switch (wanted) {
                case RequestedRange.Whole() ->
                    described(ResponseBuilder.ok(bytes(open, 0, size)), open, validators)
                            .build();
                case RequestedRange.Part part ->
                    described(
                                    ResponseBuilder.create(
                                            Status.PARTIAL_CONTENT, bytes(open, part.offset(), part.length())),
                                    open,
                                    validators)
                            .header("Content-Range", part.contentRange(size))
                            .build();
                case RequestedRange.Unsatisfiable() ->
                    throw new ProblemException(StreamProblem.RANGE_NOT_SATISFIABLE, "The file has " + size + " bytes.")
                            .header("Content-Range", "bytes */" + size)
                            .header("Accept-Ranges", "bytes");
            };
        });
    }

    @HEAD
    @PermitAll
    @Uncounted
    @SecurityRequirement(name = "bearer")
    @Operation(summary = "What the file is like, without it")
    @APIResponse(responseCode = "200", description = "Headers as of GET")
    @APIResponse(responseCode = "304", description = "The client has it")
    @APIResponse(responseCode = "401", description = "Neither token nor ticket is valid")
    public Uni<RestResponse<Void>> head(
            @RestPath UUID id,
            @RestQuery @Size(max = MAX_TICKET) @Nullable String ticket,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @HeaderParam(HttpHeaders.IF_UNMODIFIED_SINCE) @Nullable String ifUnmodifiedSince,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(HttpHeaders.IF_MODIFIED_SINCE) @Nullable String ifModifiedSince) {
        // A range is for GET alone (RFC 9110, 14.2).
        return open(id, ticket).map(open -> {
            Validators validators = open.validators();
            return switch (validators.evaluate(ifMatch, ifUnmodifiedSince, ifNoneMatch, ifModifiedSince)) {
                case NOT_MODIFIED -> notModified(validators);
                case PRECONDITION_FAILED -> throw changed();
                case PROCEED ->
                    described(ResponseBuilder.<Void>ok(), open, validators)
                            .header(HttpHeaders.CONTENT_LENGTH, open.file().size())
                            .build();
            };
        });
    }

    private Uni<Streaming.Open> open(UUID id, @Nullable String ticket) {
        return access.caller(id, ticket).chain(caller -> streaming.open(caller.roles(), id));
    }

    private static PathPart bytes(Streaming.Open open, long offset, long length) {
        return new PathPart(open.file().file(), offset, length);
    }

    private static <T> ResponseBuilder<T> described(
            ResponseBuilder<T> response, Streaming.Open open, Validators validators) {
        return validated(response, validators)
                .header(HttpHeaders.CONTENT_TYPE, open.item().contentType())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline(open.item().fileName()))
                .header("Accept-Ranges", "bytes")
                .header("Content-Security-Policy", policy(open.item().contentType()));
    }

    private static <T> RestResponse<T> notModified(Validators validators) {
        return validated(ResponseBuilder.<T>create(Status.NOT_MODIFIED), validators)
                .build();
    }

    private static <T> ResponseBuilder<T> validated(ResponseBuilder<T> response, Validators validators) {
        return response.header(HttpHeaders.ETAG, validators.entityTag())
                .header(HttpHeaders.LAST_MODIFIED, validators.lastModifiedHeader())
                // The browser keeps it for this person, and asks each time whether it is still the same and still his.
                .header(HttpHeaders.CACHE_CONTROL, "private, no-cache");
    }

    /** A file is nobody's page: it loads nothing, runs nothing, and stands in no frame. */
    private static String policy(String contentType) {
        // Browsers show no PDF in a sandbox; their viewers have one of their own.
        return contentType.equals("application/pdf") ? POLICY : "sandbox; " + POLICY;
    }

    private static ProblemException changed() {
        return new ProblemException(StreamProblem.PRECONDITION_FAILED, "The file is not the one asked for.");
    }
}
