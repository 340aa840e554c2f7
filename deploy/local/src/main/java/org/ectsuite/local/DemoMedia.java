package org.ectsuite.local;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The small media library that a newcomer finds: real files, made for this purpose. */
final class DemoMedia {

    private static final String ROOT = "/demo/media/";

    private DemoMedia() {}

    /** Copies the files that are not there yet; what a person has put there stays as it is. */
    static void copyTo(Path folder) {
        try {
            for (String name : names()) {
                Path file = folder.resolve(name);
                if (!Files.exists(file)) {
                    Files.createDirectories(file.getParent());
                    try (InputStream in = open(ROOT + name)) {
                        Files.copy(in, file);
                    }
                }
            }
        } catch (IOException e) {
            throw new StackFailure("Cannot write the demonstration media to " + folder + ".", e);
        }
    }

    /** A jar cannot be listed like a folder: its files stand in a list beside them. */
    private static List<String> names() throws IOException {
        try (InputStream in = open("/demo/media.list")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = DemoMedia.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IOException("missing in the program: " + resource);
        }
        return in;
    }
}
