package org.ectsuite.auth.signin;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where somebody goes after signing in: a path on the public origin, with an optional query, at most 512 characters.
 *
 * <p>Nothing that any URL parser could read as another origin gets through: no scheme, no authority, no backslash (which
 * browsers read as a slash), no control character or blank (which they drop), no empty or dot segment (which they
 * rewrite), nothing outside ASCII.
 *
 * @param path starts with a single slash
 */
public record Continuation(String path) {

    private static final int MAX_LENGTH = 512;
    /** RFC 3986: pchar without the parts that need no place in our own paths; a query after the first question mark. */
    private static final Pattern LOCAL = Pattern.compile(
            "/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|/)*(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@/?-]|%[0-9A-Fa-f]{2})*)?");

    private static final Pattern REWRITTEN_SEGMENT =
            Pattern.compile("//|/(?:\\.|%2e){1,2}(?:/|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENCODED_TRAP =
            Pattern.compile("%(?:2f|5c|0[0-9a-f]|1[0-9a-f]|7f)", Pattern.CASE_INSENSITIVE);
    /** Signing in again right after signing in would be a circle. */
    private static final String SIGN_IN = "/auth/sign-in";

    /** The start page. Below the patterns, which it is checked by. */
    public static final Continuation HOME = new Continuation("/");

    public Continuation {
        if (!local(path)) {
            throw new IllegalArgumentException("Not a local path");
        }
    }

    /** Reads what a caller asked for; anything but a local path leads home. */
    public static Continuation of(@Nullable String wanted) {
        return wanted != null && local(wanted) ? new Continuation(wanted) : HOME;
    }

    private static boolean local(String path) {
        if (path.length() > MAX_LENGTH || !LOCAL.matcher(path).matches()) {
            return false;
        }
        int query = path.indexOf('?');
        String segments = query < 0 ? path : path.substring(0, query);
        return !REWRITTEN_SEGMENT.matcher(segments).find()
                && !ENCODED_TRAP.matcher(segments).find()
                && !segments.equals(SIGN_IN)
                && !segments.startsWith(SIGN_IN + "/");
    }
}
