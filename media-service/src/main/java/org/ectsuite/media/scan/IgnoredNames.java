package org.ectsuite.media.scan;

import java.util.Locale;
import java.util.Set;

/** What is passed over: hidden things, what storage systems keep for themselves, and folders that ask for it. */
final class IgnoredNames {

    /** A folder with one of these files in it is passed over with all that is below. */
    static final Set<String> MARKERS = Set.of(".nomedia", ".ignore");

    private static final Set<String> SYSTEM_FOLDERS = Set.of(
            "@eadir",
            "@tmp",
            "@recycle",
            "@recently-snapshot",
            "#recycle",
            "#snapshot",
            "$recycle.bin",
            "system volume information",
            "lost+found");

    private IgnoredNames() {}

    static boolean isIgnored(String name) {
        return name.startsWith(".") || SYSTEM_FOLDERS.contains(name.toLowerCase(Locale.ROOT));
    }
}
