package org.ectsuite.webedge.request;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Request ids: a well-formed one from the caller is kept, so that one id follows a request through all services. */
final class RequestIds {

    /** Nothing that could end a log line or a header, and long enough to be somebody's id. */
    private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{7,63}");

    private RequestIds() {}

    /** The id that the caller sent if it is well formed, else a new one. */
    static String accept(@Nullable String sent) {
        return sent != null && WELL_FORMED.matcher(sent).matches() ? sent : fresh();
    }

    /** A new id: a UUID version 7, so that ids sort by time. */
    static String fresh() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }
}
