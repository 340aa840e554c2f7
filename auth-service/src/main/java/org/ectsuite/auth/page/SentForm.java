package org.ectsuite.auth.page;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;

/** What every form of ours comes with; endpoints take it as a bean parameter. */
public class SentForm {

    @CookieParam(FormTokens.COOKIE)
    @Parameter(hidden = true)
    @Nullable String cookie;

    @RestForm(FormTokens.FIELD)
    @Schema(description = "The token from the page")
    @Nullable String token;

    @HeaderParam("Sec-Fetch-Site")
    @Parameter(hidden = true)
    @Nullable String fetchSite;

    @HeaderParam("Origin")
    @Parameter(hidden = true)
    @Nullable String origin;

    /** What only this browser has; empty if the form was not checked. */
    public String holder() {
        return cookie == null ? "" : cookie;
    }

    /** The cookie, for the next page's form. */
    public @Nullable String cookie() {
        return cookie;
    }
}
