package org.ectsuite.ectlog.live;

import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From which pages the socket may be opened. Browsers let every page open sockets to everywhere and say which page it is; so a
 * foreign origin is refused even with a good token. A program says the suite's own origin.
 */
final class OriginPolicy {

    private final Set<String> permitted;

    /** Origins as browsers write them: scheme, host, port unless it is the scheme's own; no slash at the end. */
    OriginPolicy(Set<String> permitted) {
        this.permitted = permitted.stream()
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the socket may be opened by a page of this origin, as the header Origin says it. */
    boolean permits(@Nullable String origin) {
        return origin != null && permitted.contains(origin);
    }
}
