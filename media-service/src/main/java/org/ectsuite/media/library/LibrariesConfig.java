package org.ectsuite.media.library;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The libraries by their key (small letters, digits, hyphens): {@code ect.media.libraries."recordings".path=/srv/recordings}. */
@ConfigMapping(prefix = "ect.media.libraries")
public interface LibrariesConfig {

    /** The libraries; none unless configured. */
    @WithParentName
    Map<String, Library> byKey();

    /** One library. */
    interface Library {

        /** The folder, absolute; no library lies within another one. */
        Path path();

        /** The name on screen, at most 100 characters; the key unless given. */
        Optional<String> name();

        /** What it is for. */
        @WithDefault("MIXED")
        LibraryKind kind();

        /** The global roles that see it: USER, LOGGER, NCS, ADMIN. Whoever has one of them sees everything in it. */
        @WithDefault("USER")
        Set<String> roles();
    }
}
