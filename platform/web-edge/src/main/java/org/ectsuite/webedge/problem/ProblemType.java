package org.ectsuite.webedge.problem;

/**
 * An entry of the catalogue of problems (docs/reference/problems.md). Each feature has an enum of its own entries;
 * {@link CommonProblem} holds those that every service knows.
 */
public interface ProblemType {

    /** What all problem type URIs begin with. */
    String URN_PREFIX = "urn:ect:problem:";

    /** The stable code that clients compare, in kebab case: {@code already-checked-in}. */
    String code();

    /** The HTTP status, 400 to 599. */
    int status();

    /** A short sentence for people that is the same for every occurrence. */
    String title();

    /** The problem type of RFC 9457: a URN, since a code names no page of one installation. */
    default String type() {
        return URN_PREFIX + code();
    }
}
