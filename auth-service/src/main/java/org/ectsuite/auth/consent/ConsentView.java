package org.ectsuite.auth.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What somebody lets a client do.
 *
 * @param clientName as administrators have registered it
 */
@Schema(name = "Consent")
record ConsentView(UUID clientId, String clientName, List<String> scopes, Instant givenAt) {

    /** All of them; nobody has many. */
    @Schema(name = "Consents")
    record All(List<ConsentView> items) {}
}
