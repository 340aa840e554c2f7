package org.ectsuite.auth.oauth;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.protocol.OAuthException;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** The token endpoint (RFC 6749 section 3.2). Its errors are the protocol's, not problem responses. */
@Path("/oauth/token")
@PermitAll
@Tag(name = "OAuth")
class TokenResource {

    private final TokenEndpoint endpoint;

    TokenResource(TokenEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "createToken", summary = "Tokens for programs, in their own name or for people")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = Form.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = TokenResponse.class)))
    @APIResponse(
            responseCode = "400",
            description = "The request does not fit",
            content = @Content(schema = @Schema(implementation = ErrorResponse.class)))
    @APIResponse(
            responseCode = "401",
            description = "The client is not believed",
            content = @Content(schema = @Schema(implementation = ErrorResponse.class)))
    public Uni<TokenResponse> token(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Parameter(hidden = true) @Nullable String authorization,
            MultivaluedMap<String, String> form) {
        return endpoint.answer(authorization, form);
    }

    @ServerExceptionMapper
    public RestResponse<ErrorResponse> refused(OAuthException refusal) {
        return ErrorResponse.to(refusal);
    }

    /** The form, for the description of the API; the program's id and secret may come by HTTP Basic instead. */
    @Schema(name = "TokenRequest")
    record Form(
            @Schema(name = "grant_type", required = true, examples = "client_credentials")
            String grantType,

            @Nullable String audience,
            @Nullable String scope,
            @Nullable String code,
            @Schema(name = "redirect_uri") @Nullable String redirectUri,
            @Schema(name = "code_verifier") @Nullable String codeVerifier,
            @Schema(name = "device_code") @Nullable String deviceCode,
            @Schema(name = "refresh_token") @Nullable String refreshToken,
            @Schema(name = "client_id") @Nullable String clientId,
            @Schema(name = "client_secret") @Nullable String clientSecret) {}
}
