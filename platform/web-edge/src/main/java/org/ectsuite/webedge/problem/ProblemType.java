package org.ectsuite.webedge.problem;

import java.util.Locale;

/**
 * An entry of the catalogue of problems (docs/reference/problems.md). Each feature has an enum of its own entries;
 * {@link CommonProblem} holds those that every service knows.
 */
public interface ProblemType {

    /** What all problem type URIs begin with. */
    String URN_PREFIX = "urn:ect:problem:";

    /** The entry's name in its enum: {@code ALREADY_CHECKED_IN}. */
    String name();

    /** The stable code that clients compare, the name in kebab case: {@code already-checked-in}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The HTTP status, 400 to 599. */
    int status();

    /** A short sentence for people that is the same for every occurrence. */
    String title();

    /** The problem type of RFC 9457: a URN, since a code names no page of one installation. */
    default String type() {
        return URN_PREFIX + code();
    }
}
