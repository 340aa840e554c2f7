package org.ectsuite.ectlog.station;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A callsign as it was heard, read by the rules of ITU Radio Regulations 19.67 to 19.69 and by custom on the air.
 *
 * @param text the call as logged: upper case, at most 20 of {@code A-Z 0-9 /}
 * @param base the personal call within it ({@code W1AW} in {@code VE3/W1AW/P}); the whole text of a tactical call
 * @param prefix what stands before the base call ({@code VE3}), or null
 * @param suffix what stands behind it ({@code P}; several parts stay joined: {@code 6/QRP}), or null
 * @param kind by whose rules it is a call
 */
public record Callsign(
        String text,
        String base,
        @Nullable String prefix,
        @Nullable String suffix,
        Kind kind) {

    /** The characters of a call before it is brought into its normal form. */
    public static final String INPUT = "\\s{0,10}[A-Za-z0-9/]{1,20}\\s{0,10}";

    /** The most characters of a call. */
    public static final int MAX_LENGTH = 20;

    /** By whose rules a text is a call. */
    public enum Kind {
        AMATEUR,
        /** A licence of the United States' General Mobile Radio Service: {@code WRTN123}. */
        GMRS,
        /** A position or function ({@code EOC}, {@code SHELTER2}); free text that somebody marked as such. */
        TACTICAL
    }

    /**
     * ITU RR 19.68 and 19.69. A country by one letter, two letters, letter and digit, digit and letter, or digit and two
     * letters for half series (3DA); one or more digits; then letters, where special events (19.68A) may have more than four and
     * digits between. A country that ends in a digit may do without another one: several administrations issue such calls
     * (C6AGN, D4C, T6AA). No series begins with Q, 0 or 1, but for 1A, which is heard on the air.
     */
    private static final Pattern AMATEUR =
            Pattern.compile("(?:[BFGIKMNRW][0-9]{1,4}|[A-PR-Z][A-Z][0-9]{1,4}|[A-PR-Z][2-9][0-9]{0,4}"
                    + "|[2-9][A-Z][0-9]{1,4}|[2-9][A-Z]{2}[0-9]{1,3}|1A[0-9])(?:[A-Z]{1,4}|[A-Z0-9]{0,6}[A-Z])");

    private static final Pattern GMRS = Pattern.compile("[KW](?:[A-Z]{2}[0-9]{4}|[A-Z]{3}[0-9]{3})");

    /** Where a visitor is: a country, a call area or an island; never longer than VP2M or 3DA0. */
    private static final Pattern PLACE = Pattern.compile("(?=.*[A-Z])[A-Z0-9]{1,4}");

    /** How or where a station is worked: P, M, MM, AM, QRP, a digit, a place, the name of an award. */
    private static final Pattern ADDITION = Pattern.compile("[A-Z0-9]{1,5}");

    private static final Pattern ASCII_CALL = Pattern.compile("[A-Za-z0-9/]{1," + MAX_LENGTH + "}");

    /**
     * Reads a call.
     *
     * @param heard what was typed; blanks around it and lower case are forgiven
     * @param tactical whether the operator says that it is a tactical call: then any text of the permitted characters is one
     * @return empty if it is no call
     */
    public static Optional<Callsign> parse(String heard, boolean tactical) {
        // Letters of other alphabets that turn into A-Z only by upper-casing must not slip through: test before.
        String stripped = heard.strip();
        if (!ASCII_CALL.matcher(stripped).matches()) {
            return Optional.empty();
        }
        String text = stripped.toUpperCase(Locale.ROOT);
        if (tactical) {
            return Optional.of(new Callsign(text, text, null, null, Kind.TACTICAL));
        }
        List<String> parts = List.of(text.split("/", -1));
        return baseOf(parts).flatMap(index -> compound(text, parts, index));
    }

    /** Whether both are calls of the same station, however it is worked at the moment. */
    public boolean sameStation(Callsign other) {
        return base.equals(other.base) && kind == other.kind;
    }

    /** Whether the operator marked it as a position or function. */
    public boolean tactical() {
        return kind == Kind.TACTICAL;
    }

    /** The index of the part that is a call by itself; of several the longest, of equally long ones the last. */
    private static Optional<Integer> baseOf(List<String> parts) {
        List<Integer> calls = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            if (kindOf(parts.get(i)).isPresent()) {
                calls.add(i);
            }
        }
        return calls.stream()
                .max(Comparator.<Integer>comparingInt(i -> parts.get(i).length())
                        .thenComparing(Comparator.naturalOrder()));
    }

    private static Optional<Kind> kindOf(String part) {
        if (AMATEUR.matcher(part).matches()) {
            return Optional.of(Kind.AMATEUR);
        }
        return GMRS.matcher(part).matches() ? Optional.of(Kind.GMRS) : Optional.empty();
    }

    private static Optional<Callsign> compound(String text, List<String> parts, int index) {
        List<String> before = parts.subList(0, index);
        List<String> behind = parts.subList(index + 1, parts.size());
        boolean fits = before.size() <= 1
                && before.stream().allMatch(part -> PLACE.matcher(part).matches())
                && behind.stream().allMatch(part -> ADDITION.matcher(part).matches());
        if (!fits) {
            return Optional.empty();
        }
        String base = parts.get(index);
        return Optional.of(new Callsign(
                text,
                base,
                before.isEmpty() ? null : before.getFirst(),
                behind.isEmpty() ? null : String.join("/", behind),
                kindOf(base).orElseThrow()));
    }
}
