package org.ectsuite.auth.account;

import java.time.zone.ZoneRulesProvider;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What people say of themselves, put in order.
 *
 * @param name at most 100 characters without control characters; empty if not said
 * @param callsign as the suite compares it: upper case, without blanks around it; null if not said
 * @param zone an IANA time zone
 * @param locale a BCP 47 language tag in canonical form
 */
record Profile(String name, @Nullable String callsign, String zone, String locale) {

    static final int NAME_LENGTH = 100;
    static final int CALLSIGN_LENGTH = 20;
    static final int ZONE_LENGTH = 64;
    static final int LOCALE_LENGTH = 35;

    private static final Pattern CALLSIGN = Pattern.compile("[A-Za-z0-9/]{3,20}");
    /** Control and format characters (which hide or turn text round), unassigned code points and line ends. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cn}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]");

    /** Reads what was typed; a {@link ProblemException} names each field that does not fit. */
    static Profile of(String name, @Nullable String callsign, String zone, String locale) {
        return new Profile(name(name), callsign(callsign), zone(zone), locale(locale));
    }

    private static String name(String typed) {
        String name = typed.strip();
        if (UNPRINTABLE.matcher(name).find()) {
            throw ProblemException.invalid("name", "contains characters that cannot be shown");
        }
        return name;
    }

    private static @Nullable String callsign(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String callsign = typed.strip();
        // Before it is put into upper case: a sharp s would turn into two letters.
        if (!CALLSIGN.matcher(callsign).matches()) {
            throw ProblemException.invalid("callsign", "must be 3 to 20 letters, digits or slashes");
        }
        return callsign.toUpperCase(Locale.ROOT);
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
