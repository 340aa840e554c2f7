package org.ectsuite.media.item;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is searched, and what one searches for, made alike: small letters without marks, words of letters and digits
 * alone. PostgreSQL's own parser would take {@code net-2026.mp3} for the name of a host.
 */
final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MAX_TERMS = 12;
    private static final int MAX_TEXT = 20_000;

    private SearchText() {}

    /** The words of several texts, separated by single spaces. */
    static String of(@Nullable String... texts) {
        StringBuilder all = new StringBuilder();
        for (String text : texts) {
            if (text != null) {
                all.append(text).append(' ');
            }
        }
        String words = normal(all.toString());
        return words.length() <= MAX_TEXT ? words : words.substring(0, MAX_TEXT);
    }

    /** A tsquery that finds items which have, for each word typed, one that begins with it; empty without any word. */
    static String query(String typed) {
        List<String> terms = new ArrayList<>();
        for (String word : normal(typed).split(" ", -1)) {
            if (!word.isEmpty() && terms.size() < MAX_TERMS) {
                terms.add(word + ":*");
            }
        }
        return String.join(" & ", terms);
    }

    private static String normal(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return SEPARATORS
                .splitAsStream(plain.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
