package org.ectsuite.media.item;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ectsuite.media.metadata.ItemDescription;
import org.ectsuite.media.metadata.Origin;

/** The origins of an item's values as they are stored ({@code pages=PROBE,title=EMBEDDED}) and shown. */
final class OriginText {

    private OriginText() {}

    static String stored(Map<ItemDescription.Field, Origin> origins) {
        return origins.entrySet().stream()
                .map(entry -> entry.getKey().wireName() + "=" + entry.getValue().name())
                .sorted()
                .collect(Collectors.joining(","));
    }

    static Map<String, String> shown(String stored) {
        Map<String, String> shown = new TreeMap<>();
        for (String entry : stored.split(",", -1)) {
            int equals = entry.indexOf('=');
            if (equals > 0) {
                shown.put(
                        entry.substring(0, equals), entry.substring(equals + 1).toLowerCase(Locale.ROOT));
            }
        }
        return shown;
    }
}
