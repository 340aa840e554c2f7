package org.ectsuite.auth.review;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.page.PageLimit;
import org.ectsuite.webedge.table.CsvText;
import org.jboss.resteasy.reactive.RestMulti;

/** The review of accounts, for administrators. */
@Path("/admin/account-review")
@RolesAllowed(Roles.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Accounts")
class ReviewResource {

    private final AccountReview review;

    ReviewResource(AccountReview review) {
        this.review = review;
    }

    @GET
    @Operation(operationId = "reviewAccounts", summary = "Accounts with what they hold, newest first")
    public Uni<Page<ReviewedAccount>> list(
            @Valid @BeanParam ReviewQuery query,
            @QueryParam("limit") @DefaultValue(PageLimit.DEFAULT_VALUE) @Min(1) @Max(PageLimit.MAX) int limit) {
        return review.page(query, limit);
    }

    @GET
    @Path("/export")
    @Produces(CsvText.MEDIA_TYPE)
    @Operation(operationId = "exportAccountReview", summary = "All that fit, as a table for spreadsheets")
    @APIResponse(
            responseCode = "200",
            description = "The table",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    public RestMulti<String> export(@Valid @BeanParam ReviewQuery query) {
        Multi<String> rows = review.all(query).map(page -> ReviewTable.rows(page.items()));
        return RestMulti.fromMultiData(Multi.createBy()
                        .concatenating()
                        .streams(Multi.createFrom().item(ReviewTable.head()), rows))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"accounts.csv\"")
                .build();
    }
}
