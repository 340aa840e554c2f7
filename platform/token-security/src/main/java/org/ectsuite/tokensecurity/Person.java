package org.ectsuite.tokensecurity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A person, as far as auth-service tells this service.
 *
 * @param id the person's id, the subject of their tokens
 * @param name the name to be shown; may be empty
 * @param callsign the callsign, if set
 * @param zone the IANA time zone for times shown to them
 * @param locale the language tag (BCP 47) for texts to them
 * @param email the mail address; only for services with the scope {@link Scopes#PEOPLE_MAIL}
 */
public record Person(
        UUID id,
        String name,
        @Nullable String callsign,
        String zone,
        String locale,
        @Nullable String email) {}
