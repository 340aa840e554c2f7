package org.ectsuite.auth.review;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.ectsuite.auth.account.AccountStatus;
import org.ectsuite.auth.account.Role;
import org.jspecify.annotations.Nullable;

/** Which accounts are looked at, as query parameters; all that are given must fit. */
public class ReviewQuery {

    @QueryParam("role")
    @Nullable Role role;

    @QueryParam("status")
    @Nullable AccountStatus status;

    @QueryParam("inactiveDays")
    @Min(1) @Max(3650) @Parameter(description = "Not seen for so many days, or never")
    @Nullable Integer inactiveDays;

    @QueryParam("apiKeys")
    @Parameter(description = "With API keys, or without")
    @Nullable Boolean apiKeys;

    @QueryParam("identities")
    @Parameter(description = "With identities at providers, or without")
    @Nullable Boolean identities;

    @QueryParam("passkeys")
    @Parameter(description = "With passkeys, or without")
    @Nullable Boolean passkeys;

    @QueryParam("sessions")
    @Parameter(description = "Signed in somewhere, or nowhere")
    @Nullable Boolean sessions;

    @QueryParam("secondFactor")
    @Parameter(description = "With a second factor, or without")
    @Nullable Boolean secondFactor;

    @QueryParam("cursor")
    @Size(max = 200) @Parameter(description = "Continues a list")
    @Nullable String cursor;
}
