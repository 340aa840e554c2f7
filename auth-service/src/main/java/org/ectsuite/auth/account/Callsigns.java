package org.ectsuite.auth.account;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * By which calls somebody is and was known on the air, as the suite compares them: upper case, without blanks around them.
 *
 * @param own of today, 3 to 20 characters; belongs to one account
 * @param gmrs of the General Mobile Radio Service of the United States: {@code WRAB123} or {@code KAE1234} (47 CFR 2.302); the
 *     licence covers a family, so several accounts may have the same
 * @param earlier those given up, at most ten, none twice and none of today
 */
public record Callsigns(@Nullable String own, @Nullable String gmrs, List<String> earlier) {

    /** Of somebody who has said nothing of himself. */
    public static final Callsigns NONE = new Callsigns(null, null, List.of());

    static final int LENGTH = 20;
    static final int GMRS_LENGTH = 7;
    static final int MOST_EARLIER = 10;

    private static final Pattern CALLSIGN = Pattern.compile("[A-Za-z0-9/]{3,20}");
    private static final Pattern GMRS = Pattern.compile("[KWkw](?:[A-Za-z]{2}[0-9]{4}|[A-Za-z]{3}[0-9]{3})");

    public Callsigns {
        earlier = List.copyOf(earlier);
    }

    /** Reads what was typed; a {@link ProblemException} names the field that does not fit. */
    static Callsigns of(@Nullable String own, @Nullable String gmrs, List<String> earlier) {
        String callsign = call("callsign", own, CALLSIGN, "must be 3 to 20 letters, digits or slashes");
        String family = call("gmrsCallsign", gmrs, GMRS, "is not a GMRS callsign like WRAB123 or KAE1234");
        return new Callsigns(callsign, family, earlier(earlier, callsign));
    }

    private static List<String> earlier(List<String> typed, @Nullable String own) {
        if (typed.size() > MOST_EARLIER) {
            throw ProblemException.invalid("earlierCallsigns", "must be 10 at most");
        }
        Set<String> calls = new LinkedHashSet<>();
        for (String one : typed) {
            String call = call("earlierCallsigns", one, CALLSIGN, "must each be 3 to 20 letters, digits or slashes");
            if (call == null) {
                throw ProblemException.invalid("earlierCallsigns", "must not be blank");
            }
            if (call.equals(own)) {
                throw ProblemException.invalid("earlierCallsigns", "must not hold the callsign of today");
            }
            if (!calls.add(call)) {
                throw ProblemException.invalid("earlierCallsigns", "must not hold a callsign twice");
            }
        }
        return List.copyOf(calls);
    }

    private static @Nullable String call(String field, @Nullable String typed, Pattern form, String advice) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String call = typed.strip();
        // Before it is put into upper case: a sharp s would turn into two letters.
        if (!form.matcher(call).matches()) {
            throw ProblemException.invalid(field, advice);
        }
        return call.toUpperCase(Locale.ROOT);
    }

    /**
     * These, with what another account of the same person has and these have not. A callsign that finds its place taken becomes
     * an earlier one; those that are one too many are dropped.
     */
    public Callsigns and(Callsigns other) {
        String callsign = own == null ? other.own : own;
        Set<String> calls = new LinkedHashSet<>(earlier);
        if (other.own != null) {
            calls.add(other.own);
        }
        calls.addAll(other.earlier);
        if (callsign != null) {
            calls.remove(callsign);
        }
        return new Callsigns(
                callsign,
                gmrs == null ? other.gmrs : gmrs,
                new ArrayList<>(calls).subList(0, Math.min(calls.size(), MOST_EARLIER)));
    }
}
