package org.ectsuite.auth.oauth;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.auth.protocol.OAuthError;
import org.ectsuite.auth.protocol.OAuthException;
import org.jboss.resteasy.reactive.RestResponse;

/** An error of the protocol (RFC 6749 section 5.2). */
@Schema(name = "TokenError")
record ErrorResponse(
        String error, @JsonProperty("error_description") String errorDescription) {

    static RestResponse<ErrorResponse> to(OAuthException refusal) {
        RestResponse.ResponseBuilder<ErrorResponse> response = RestResponse.ResponseBuilder.<ErrorResponse>create(
                        refusal.error().status())
                .entity(new ErrorResponse(refusal.error().code(), refusal.description()))
                .type(MediaType.APPLICATION_JSON_TYPE);
        if (refusal.error() == OAuthError.INVALID_CLIENT) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"token\", charset=\"UTF-8\"");
        }
        return response.build();
    }
}
