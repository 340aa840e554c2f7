package org.ectsuite.webedge.version;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Versions of edited resources: {@code ETag} on read, {@code If-Match} on write (RFC 9110, section 13.1.1). */
public final class Versions {

    private static final Pattern STRONG_TAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private Versions() {}

    /** The strong entity tag of a version: {@code "7"}, quotes included. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that a change is meant for.
     *
     * @param ifMatch the If-Match header as the client sent it
     * @throws ProblemException VERSION_REQUIRED without one; MALFORMED_REQUEST if it is not one strong tag of ours.
     *     {@code *}, lists and weak tags are refused: a change is made by somebody who has seen one version.
     */
    public static long required(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(
                    CommonProblem.VERSION_REQUIRED, "Send the ETag of the version that you change as If-Match.");
        }
        Matcher tag = STRONG_TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw new ProblemException(
                    CommonProblem.MALFORMED_REQUEST, "If-Match must be the ETag of the resource, quotes included.");
        }
        return Long.parseLong(tag.group(1));
    }

    /**
     * Compares the version that a change is meant for with the present one.
     *
     * @throws ProblemException STALE_VERSION if they differ
     */
    public static void check(long expected, long actual) {
        if (expected != actual) {
            throw new ProblemException(
                            CommonProblem.STALE_VERSION,
                            "The resource was changed by somebody else; read it again before you change it.")
                    .with("currentVersion", actual);
        }
    }
}
