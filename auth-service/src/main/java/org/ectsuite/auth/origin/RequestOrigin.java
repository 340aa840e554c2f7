package org.ectsuite.auth.origin;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Tells by the headers that scripts cannot set whether a request comes from a page of the suite itself. It is one wall of
 * two: forms carry a token, and script requests a header of their own, besides.
 */
@ApplicationScoped
public class RequestOrigin {

    private final String publicUrl;

    RequestOrigin(@ConfigProperty(name = "ect.public-url") String publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * Whether the request may come from our own pages.
     *
     * @param fetchSite the {@code Sec-Fetch-Site} header; decides where it is sent
     * @param origin the {@code Origin} header; {@code null} as text comes from pages that hide their address, as ours do
     */
    public boolean own(@Nullable String fetchSite, @Nullable String origin) {
        if (fetchSite != null) {
            return fetchSite.equals("same-origin");
        }
        return origin == null || origin.equals("null") || origin.equals(publicUrl);
    }
}
