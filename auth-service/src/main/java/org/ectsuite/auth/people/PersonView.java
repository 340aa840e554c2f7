package org.ectsuite.auth.people;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.auth.account.AccountView;
import org.jspecify.annotations.Nullable;

/**
 * What another service may know about somebody.
 *
 * @param zone IANA time zone
 * @param locale BCP 47 language tag
 * @param email only for services that write to people
 */
@Schema(name = "Person")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PersonView(
        UUID id,
        String name,
        @Nullable String callsign,
        String zone,
        String locale,
        @Nullable String email) {

    static PersonView of(AccountView account, boolean withMail) {
        return new PersonView(
                account.id(),
                account.name(),
                account.callsign(),
                account.zone(),
                account.locale(),
                withMail ? account.email().text() : null);
    }

    /** Those who exist and are not suspended. */
    @Schema(name = "People")
    record People(List<PersonView> items) {}
}
