package org.ectsuite.media;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Empty library folders for the application under test, configured as an operator would. Each test class has one of its
 * own, for people with the role USER; {@code net-control} is for net control stations. Scans run when a test asks for
 * them. The log also goes to a file that tests can look into.
 */
public class LibraryFoldersResource implements QuarkusTestResourceLifecycleManager {

    /** Where the folders are: the application under test has a class loader, and statics, of its own. */
    private static final String PROPERTY = "org.ectsuite.media.libraries";

    private static final List<String> FOR_ALL = List.of(
            "everybody",
            "search",
            "scans",
            "changes",
            "unopened",
            "moves",
            "broken",
            "unplugged",
            "content",
            "tickets",
            "untouched");

    @Override
    public Map<String, String> start() {
        try {
            Path top = Files.createTempDirectory("ect-media-").toRealPath();
            System.setProperty(PROPERTY, top.toString());
            Map<String, String> config = new HashMap<>();
            config.put("ect.media.scan.every", "off");
            config.put("ect.media.library.read-only-mount", "off");
            config.put("quarkus.log.file.enabled", "true");
            for (String key : FOR_ALL) {
                library(config, top, key, "USER");
            }
            library(config, top, "net-control", "NCS");
            config.put("ect.media.libraries.\"net-control\".name", "Net control only");
            config.put("ect.media.libraries.\"net-control\".kind", "RECORDINGS");
            return config;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // The folders lie below the system's temporary folder; a test that failed may want to look at them.
    }

    /** The folder of a library. */
    public static Path folder(String key) {
        return Path.of(System.getProperty(PROPERTY), key);
    }

    /** What the application under test has logged: where the framework's launcher looks for a program's port, too. */
    public static Path logFile() {
        return Path.of("target", "quarkus.log");
    }

    private static void library(Map<String, String> config, Path top, String key, String role) throws IOException {
        Path folder = Files.createDirectory(top.resolve(key));
        config.put("ect.media.libraries.\"" + key + "\".path", folder.toString());
        config.put("ect.media.libraries.\"" + key + "\".roles", role);
    }
}
