package org.ectsuite.auth.userinfo;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * The userinfo endpoint (OpenID Connect Core section 5.3). It looks at the token by itself: one for userinfo alone opens no
 * other door of the suite.
 */
@Path("/oauth/userinfo")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth")
class UserInfoResource {

    private static final String SCHEME = "Bearer ";

    private final UserInfoEndpoint endpoint;

    UserInfoResource(UserInfoEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @GET
    @Operation(operationId = "getUserInfo", summary = "Claims about the person an access token speaks of")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UserInfo.class)))
    @APIResponse(responseCode = "403", description = "The token lacks the scope openid")
    public Uni<Response> get(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Parameter(hidden = true) @Nullable String authorization) {
        return answer(bearer(authorization), Optional.empty());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "postUserInfo", summary = "The same; the token may stand in a form (RFC 6750 section 2.2)")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UserInfo.class)))
    public Uni<Response> post(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Parameter(hidden = true) @Nullable String authorization,
            MultivaluedMap<String, String> form) {
        List<String> sent = form.getOrDefault("access_token", List.of());
        if (sent.size() > 1) {
            throw refusal(BearerError.INVALID_REQUEST);
        }
        return answer(bearer(authorization), sent.stream().findFirst());
    }

    /** Whatever else is sent along is not looked at. */
    @POST
    @Operation(hidden = true)
    public Uni<Response> postWithoutForm(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Parameter(hidden = true) @Nullable String authorization) {
        return answer(bearer(authorization), Optional.empty());
    }

    private Uni<Response> answer(Optional<String> header, Optional<String> form) {
        if (header.isPresent() && form.isPresent()) {
            throw refusal(BearerError.INVALID_REQUEST);
        }
        String token = header.or(() -> form).orElseThrow(() -> refusal(BearerError.MISSING));
        return endpoint.answer(token).map(UserInfoResource::response);
    }

    private static Optional<String> bearer(@Nullable String authorization) {
        return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(authorization.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static Response response(UserInfoEndpoint.Answer answer) {
        return switch (answer) {
            case UserInfoEndpoint.Answer.Known(UserInfo claims) ->
                Response.ok(claims).build();
            case UserInfoEndpoint.Answer.Refused(BearerError error) -> throw refusal(error);
        };
    }

    private static ProblemException refusal(BearerError error) {
        return new ProblemException(error.problem(), "An access token for userinfo is wanted.")
                .header(HttpHeaders.WWW_AUTHENTICATE, error.challenge());
    }
}
