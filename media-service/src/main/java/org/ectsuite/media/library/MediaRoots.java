package org.ectsuite.media.library;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ectsuite.tokensecurity.startup.Finding;
import org.ectsuite.tokensecurity.startup.StartupCheck;
import org.jboss.logging.Logger;

/** The roots of the configured libraries, and what is demanded of them at start. */
@ApplicationScoped
public class MediaRoots implements StartupCheck {

    private static final Logger LOG = Logger.getLogger(MediaRoots.class);

    private final LibraryDefinition.Checked libraries;
    private final MountConfig.ReadOnlyMount demanded;
    private final Map<String, MediaRoot> roots = new HashMap<>();

    MediaRoots(LibrariesConfig config, MountConfig mounts) {
        this.libraries = LibraryDefinition.check(config.byKey());
        this.demanded = mounts.readOnlyMount();
        libraries.libraries().forEach(library -> roots.put(library.key(), new MediaRoot(library.root())));
    }

    /** The root of a library; empty when it is not configured. */
    public Optional<MediaRoot> find(String key) {
        return Optional.ofNullable(roots.get(key));
    }

    /** Why a library must stay offline although its folder is there; empty when nothing speaks against it. */
    public Optional<String> objection(MediaRoot root) {
        return demanded == MountConfig.ReadOnlyMount.ENFORCE && isWritable(root)
                ? Optional.of("the root is on a file system that is mounted for writing")
                : Optional.empty();
    }

    @Override
    public List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        libraries.mistakes().forEach(mistake -> findings.add(new Finding(mistake.property(), mistake.message())));
        libraries
                .libraries()
                .forEach(library -> objection(new MediaRoot(library.root()))
                        .ifPresent(objection -> findings.add(
                                new Finding("ect.media.libraries.\"" + library.key() + "\".path", objection))));
        return findings;
    }

    void start(@Observes StartupEvent event, LibraryService service) throws Throwable {
        libraries.mistakes().forEach(mistake -> LOG.errorf("%s: %s", mistake.property(), mistake.message()));
        if (!libraries.mistakes().isEmpty()) {
            throw new IllegalStateException("The libraries are not configured properly: "
                    + libraries.mistakes().getFirst().property());
        }
        warn();
        VertxContextSupport.subscribeAndAwait(() -> service.follow(libraries.libraries()));
    }

    private void warn() {
        if (demanded == MountConfig.ReadOnlyMount.WARN) {
            libraries.libraries().stream()
                    .filter(library -> isWritable(new MediaRoot(library.root())))
                    .forEach(library -> LOG.warnf(
                            "The root of library %s is mounted for writing; a read-only mount protects it from"
                                    + " everybody",
                            library.key()));
        }
        // Java opens files by names in this encoding; a name that does not fit cannot be opened.
        if (!Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")).equals(StandardCharsets.UTF_8)) {
            LOG.warn("File names are not read as UTF-8; set LC_ALL=C.UTF-8, or names with other letters are skipped");
        }
    }

    private static boolean isWritable(MediaRoot root) {
        try {
            return !MountTable.current().isReadOnly(root.directory()).orElse(true);
        } catch (IOException e) {
            // It is not there; a scan will say so.
            return false;
        }
    }
}
