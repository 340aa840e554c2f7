package org.ectsuite.auth.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.device.DeviceStart;
import org.ectsuite.auth.protocol.OAuthException;
import org.ectsuite.auth.protocol.Parameters;
import org.ectsuite.auth.protocol.ScopeRequest;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Where a device without a browser begins (RFC 8628 section 3.1). */
@Path("/oauth/device_authorization")
@PermitAll
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "OAuth")
class DeviceAuthorizationResource {

    private final ClientCheck check;
    private final DeviceAuthorizationEndpoint endpoint;
    private final String verificationUri;

    DeviceAuthorizationResource(
            ClientCheck check,
            DeviceAuthorizationEndpoint endpoint,
            @ConfigProperty(name = "ect.public-url") String publicUrl) {
        this.check = check;
        this.endpoint = endpoint;
        this.verificationUri = publicUrl + "/auth/device";
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(
            operationId = "beginDeviceAuthorization",
            summary = "Codes for a device and for the person in front of it")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema = @Schema(implementation = Form.class)))
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Started.class)))
    @APIResponse(
            responseCode = "401",
            description = "The client is not believed",
            content = @Content(schema = @Schema(implementation = ErrorResponse.class)))
    public Uni<Started> begin(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Parameter(hidden = true) @Nullable String authorization,
            MultivaluedMap<String, String> form) {
        Parameters parameters = Parameters.of(form);
        // Whoever sends nothing is told so, before he is asked who he is.
        List<String> asked = ScopeRequest.read(parameters.require("scope"));
        return check.check(authorization, parameters)
                .chain(client -> endpoint.begin(client, asked))
                .map(start -> Started.of(start, verificationUri));
    }

    @ServerExceptionMapper
    public RestResponse<ErrorResponse> refused(OAuthException refusal) {
        return ErrorResponse.to(refusal);
    }

    /** The form, for the description of the API. */
    @Schema(name = "DeviceAuthorizationRequest")
    record Form(
            @Schema(required = true) String scope,
            @Schema(name = "client_id") @Nullable String clientId,
            @Schema(name = "client_secret") @Nullable String clientSecret) {}

    /**
     * What a device gets (RFC 8628 section 3.2).
     *
     * @param expiresIn in seconds, as {@code interval}
     */
    @Schema(name = "DeviceAuthorization")
    record Started(
            @JsonProperty("device_code") String deviceCode,
            @JsonProperty("user_code") String userCode,
            @JsonProperty("verification_uri") String verificationUri,
            @JsonProperty("verification_uri_complete") String verificationUriComplete,
            @JsonProperty("expires_in") long expiresIn,
            long interval) {

        static Started of(DeviceStart start, String verificationUri) {
            return new Started(
                    start.deviceCode().text(),
                    start.userCode(),
                    verificationUri,
                    verificationUri + "?user_code=" + start.userCode(),
                    start.life().toSeconds(),
                    start.pause().toSeconds());
        }

        @Override
        public String toString() {
            return "Started[hidden]";
        }
    }
}
