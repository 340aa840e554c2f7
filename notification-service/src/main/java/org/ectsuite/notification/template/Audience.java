package org.ectsuite.notification.template;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * For whom a letter is written.
 *
 * @param locale one of the locales that letters exist in
 * @param zone the time zone in which times are shown
 */
public record Audience(Locale locale, ZoneId zone) {

    /** The locales that letters exist in; the first is for everybody else. */
    static final List<Locale> LOCALES = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** The nearest audience to the given language tag (BCP 47) and IANA time zone; English and UTC where unknown. */
    public static Audience of(@Nullable String languageTag, @Nullable String zone) {
        return new Audience(localeOf(languageTag), zoneOf(zone));
    }

    /** The languages that letters are written in, as language tags; the first is for everybody else. */
    public static List<String> languages() {
        return LOCALES.stream().map(Locale::toLanguageTag).toList();
    }

    private static Locale localeOf(@Nullable String languageTag) {
        if (languageTag == null) {
            return LOCALES.getFirst();
        }
        String language = Locale.forLanguageTag(languageTag).getLanguage();
        return LOCALES.stream()
                .filter(known -> known.getLanguage().equals(language))
                .findFirst()
                .orElse(LOCALES.getFirst());
    }

    private static ZoneId zoneOf(@Nullable String zone) {
        if (zone == null) {
            return ZoneOffset.UTC;
        }
        try {
            ZoneId known = ZoneId.of(zone);
            // "UTC", "Etc/UTC", "GMT" and "Z" are one zone with one name.
            return known.normalized().equals(ZoneOffset.UTC) ? ZoneOffset.UTC : known;
        } catch (DateTimeException unknown) {
            // A letter with UTC in it is better than no letter.
            return ZoneOffset.UTC;
        }
    }
}
