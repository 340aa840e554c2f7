package org.ectsuite.auth.people;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.tokensecurity.Scopes;
import org.ectsuite.webedge.problem.ProblemException;

/** Names, callsigns, zones and languages, for the services that show or write to people. */
@Path("/people")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "For services")
class PeopleResource {

    private static final int MOST = 200;
    private static final int UUID_LENGTH = 36;
    private static final int LONGEST = MOST * (UUID_LENGTH + 1);
    private static final Pattern COMMA = Pattern.compile(",");

    private final Accounts accounts;
    private final CurrentCaller caller;
    private final Clock clock;

    PeopleResource(Accounts accounts, CurrentCaller caller, Clock clock) {
        this.accounts = accounts;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @PermissionsAllowed(Scopes.PEOPLE_READ)
    @Operation(operationId = "listPeople", summary = "Those of the given ids who exist and are not suspended")
    public Uni<PersonView.People> list(
            @QueryParam("ids")
                    @NotBlank @Size(max = LONGEST) @Parameter(description = "At most 200 ids, separated by commas", required = true)
                    String ids) {
        boolean withMail = caller.get().may(Scopes.PEOPLE_MAIL);
        Instant now = clock.instant();
        return accounts.find(parse(ids))
                .map(found -> new PersonView.People(found.stream()
                        .filter(account -> !account.banned(now))
                        .map(account -> PersonView.of(account, withMail))
                        .toList()));
    }

    private static Set<UUID> parse(String ids) {
        Set<UUID> parsed = new LinkedHashSet<>();
        for (String id : COMMA.split(ids, -1)) {
            if (id.length() != UUID_LENGTH || parsed.size() == MOST) {
                throw invalid();
            }
            try {
                parsed.add(UUID.fromString(id));
            } catch (IllegalArgumentException e) {
                throw invalid();
            }
        }
        return parsed;
    }

    private static ProblemException invalid() {
        return ProblemException.invalid("ids", "must be at most 200 ids, separated by commas");
    }
}
