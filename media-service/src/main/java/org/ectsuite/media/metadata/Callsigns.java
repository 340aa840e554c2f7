package org.ectsuite.media.metadata;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds amateur callsigns in running text: prefix with a letter, digit, letters, with or without stroke parts. */
final class Callsigns {

    private static final int MAX = 20;

    private static final String CALL =
            "(?:[A-Z0-9]{1,4}/)?(?:[A-Z]{1,2}|[0-9][A-Z]|[A-Z][0-9])[0-9][A-Z]{1,4}(?:/[A-Z0-9]{1,4})?";
    private static final Pattern IN_CAPITALS = Pattern.compile("(?<![\\p{L}\\p{N}/])" + CALL + "(?![\\p{L}\\p{N}/])");
    // "take 2a" is no station; small letters count only where nothing but a callsign can stand.
    private static final Pattern IN_BRACKETS =
            Pattern.compile("[(\\[]\\s*(?:NCS[ :]*)?(" + CALL + ")\\s*[)\\]]", Pattern.CASE_INSENSITIVE);
    private static final Pattern ALONE = Pattern.compile("\\s*(" + CALL + ")\\s*", Pattern.CASE_INSENSITIVE);

    private Callsigns() {}

    static Set<String> in(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher alone = ALONE.matcher(text);
        if (alone.matches()) {
            found.add(alone.group(1).toUpperCase(Locale.ROOT));
        }
        Matcher brackets = IN_BRACKETS.matcher(text);
        while (brackets.find() && found.size() < MAX) {
            found.add(brackets.group(1).toUpperCase(Locale.ROOT));
        }
        Matcher capitals = IN_CAPITALS.matcher(text);
        while (capitals.find() && found.size() < MAX) {
            found.add(capitals.group());
        }
        return found;
    }
}
