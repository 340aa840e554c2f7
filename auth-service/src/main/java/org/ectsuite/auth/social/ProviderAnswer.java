package org.ectsuite.auth.social;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.ectsuite.auth.session.BrowserCookie;
import org.jspecify.annotations.Nullable;

/** What a browser brings back from a provider (RFC 6749 section 4.1.2, RFC 9207), and what it held all the time. */
public class ProviderAnswer {

    @QueryParam("state")
    @Parameter(description = "As it was given along")
    @Nullable String state;

    @QueryParam("code")
    @Parameter(description = "What the provider gives for the person, once")
    @Nullable String code;

    @QueryParam("iss")
    @Parameter(description = "The issuer, if the provider names it")
    @Nullable String issuer;

    @QueryParam("error")
    @Parameter(description = "Why the provider gives nothing")
    @Nullable String error;

    @CookieParam(ProviderCookie.NAME)
    @Parameter(hidden = true)
    @Nullable String binder;

    @CookieParam(BrowserCookie.NAME)
    @Parameter(hidden = true)
    @Nullable String browser;
}
