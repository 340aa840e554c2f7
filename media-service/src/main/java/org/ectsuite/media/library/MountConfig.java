package org.ectsuite.media.library;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How strictly it is demanded that the roots of libraries cannot be written to. */
@ConfigMapping(prefix = "ect.media.library")
public interface MountConfig {

    /**
     * What to do about a root on a file system that is mounted for writing: {@code warn} logs it, {@code enforce} keeps
     * the library offline, {@code off} says nothing. The service itself writes nothing in any case.
     */
    @WithDefault("warn")
    ReadOnlyMount readOnlyMount();

    /** The choices. */
    enum ReadOnlyMount {
        WARN,
        ENFORCE,
        OFF
    }
}
