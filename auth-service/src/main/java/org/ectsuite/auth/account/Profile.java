package org.ectsuite.auth.account;

import java.time.zone.ZoneRulesProvider;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What people say of themselves, put in order.
 *
 * @param name at most 100 characters without control characters; empty if not said
 * @param calls today's, GMRS and earlier callsigns
 * @param zone an IANA time zone
 * @param locale a BCP 47 language tag in canonical form
 * @param location null if not said
 */
record Profile(
        String name,
        Callsigns calls,
        String zone,
        String locale,
        @Nullable Location location) {

    static final int NAME_LENGTH = 100;
    static final int ZONE_LENGTH = 64;
    static final int LOCALE_LENGTH = 35;

    /** Control and format characters (which hide or turn text round), unassigned code points and line ends. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cn}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]");

    /** Reads what was typed; a {@link ProblemException} names each field that does not fit. */
    static Profile of(ProfileRequest request) {
        List<String> earlier = request.earlierCallsigns();
        LocationRequest location = request.location();
        return new Profile(
                printable("name", request.name().strip()),
                Callsigns.of(request.callsign(), request.gmrsCallsign(), earlier == null ? List.of() : earlier),
                zone(request.zone()),
                locale(request.locale()),
                location == null ? null : location.read());
    }

    /** The text, if all of it can be shown. */
    static String printable(String field, String text) {
        if (UNPRINTABLE.matcher(text).find()) {
            throw ProblemException.invalid(field, "contains characters that cannot be shown");
        }
        return text;
    }

    private static String zone(String typed) {
        if (!ZoneRulesProvider.getAvailableZoneIds().contains(typed)) {
            throw ProblemException.invalid("zone", "is not a time zone of the IANA database");
        }
        return typed;
    }

    private static String locale(String typed) {
        return canonicalLocale(typed)
                .orElseThrow(() -> ProblemException.invalid("locale", "is not a BCP 47 language tag"));
    }

    private static Optional<String> canonicalLocale(String typed) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(typed).build();
            return locale.getLanguage().isEmpty() ? Optional.empty() : Optional.of(locale.toLanguageTag());
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
