package org.ectsuite.auth.owndata;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.account.OwnDataPart;
import org.ectsuite.auth.session.BrowserCaller;
import org.ectsuite.tokensecurity.Roles;
import org.jboss.resteasy.reactive.RestResponse;

/** The caller's own data in one file. */
@Path("/me/export")
@RolesAllowed(Roles.USER)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Own account")
class OwnDataResource {

    private final List<OwnDataPart> parts;
    private final BrowserCaller caller;
    private final Clock clock;

    OwnDataResource(@All List<OwnDataPart> parts, BrowserCaller caller, Clock clock) {
        this.parts =
                parts.stream().sorted(Comparator.comparing(OwnDataPart::name)).toList();
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @Operation(operationId = "exportOwnData", summary = "All that the service keeps for the caller, as one file")
    public Uni<RestResponse<OwnData>> export() {
        UUID accountId = caller.accountId();
        Uni<Map<String, Object>> all = Uni.createFrom().item(new TreeMap<>());
        for (OwnDataPart part : parts) {
            all = all.call(found -> part.of(accountId).invoke(data -> found.put(part.name(), data)));
        }
        return all.map(found -> RestResponse.ResponseBuilder.ok(new OwnData(clock.instant(), found))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"ect-account.json\"")
                .build());
    }
}
