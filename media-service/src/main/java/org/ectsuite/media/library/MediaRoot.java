package org.ectsuite.media.library;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * The root of a library and the only way to its files: everything is opened for reading alone, nothing is ever written,
 * renamed, touched or locked, and no symbolic link is followed below the root. Blocking.
 */
public final class MediaRoot {

    /** A file at the moment it was looked at. */
    public record Located(Path file, long size, long modifiedNanos) {}

    private final Path configured;

    MediaRoot(Path configured) {
        this.configured = configured;
    }

    /** A root for programs without configuration, such as tests. */
    public static MediaRoot at(Path root) {
        return new MediaRoot(root);
    }

    /** The folder itself, its own links resolved; the operator may have put one there. */
    public Path directory() throws IOException {
        return configured.toRealPath();
    }

    /**
     * What proves that the root is still the same folder of the same file system; empty when it is missing or is no
     * folder.
     */
    public Optional<Object> identity() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(configured, BasicFileAttributes.class);
            return attributes.isDirectory() ? Optional.ofNullable(attributes.fileKey()) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Opens a file for reading, folder by folder, so that nobody can slip a link in between check and opening. */
    // Every folder is closed by the try of the step that descends from it.
    @SuppressWarnings("StreamResourceLeak")
    public SeekableByteChannel open(String path) throws IOException {
        Path relative = relative(path);
        DirectoryStream<Path> top = Files.newDirectoryStream(directory());
        if (!(top instanceof SecureDirectoryStream<Path> secure)) {
            top.close();
            return Files.newByteChannel(
                    locate(path).file(), Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
        }
        return open(secure, relative, 0);
    }

    /** The file and its present state, if it is a regular file that lies where its path says without any link. */
    public Located locate(String path) throws IOException {
        Path root = directory();
        Path expected = root.resolve(relative(path));
        Path real = expected.toRealPath();
        if (!real.equals(expected) || !real.startsWith(root)) {
            throw new NoSuchFileException(path, null, "reached through a link");
        }
        BasicFileAttributes attributes =
                Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) {
            throw new NoSuchFileException(path, null, "no regular file");
        }
        return new Located(
                real, attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS));
    }

    private static SeekableByteChannel open(SecureDirectoryStream<Path> folder, Path relative, int depth)
            throws IOException {
        try (folder) {
            Path name = relative.getName(depth);
            if (depth == relative.getNameCount() - 1) {
                // Java's set of options is generic over an interface that both enums share.
                return folder.newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
            }
            return open(folder.newDirectoryStream(name, LinkOption.NOFOLLOW_LINKS), relative, depth + 1);
        }
    }

    /** Paths come from our own catalogue; one that leads out of the root is a defect or an attack. */
    private static Path relative(String path) throws IOException {
        Path relative = Path.of(path);
        for (Path name : relative) {
            if (name.toString().equals("..")
                    || name.toString().equals(".")
                    || name.toString().isEmpty()) {
                throw new NoSuchFileException(path, null, "leads out of the library");
            }
        }
        if (relative.isAbsolute() || path.isEmpty()) {
            throw new NoSuchFileException(path, null, "leads out of the library");
        }
        return relative;
    }
}
