package org.ectsuite.media.scan;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.ectsuite.media.metadata.MediaFormat;

/**
 * Lists the folders below a root, each once, without opening a file. Symbolic links are not followed. A folder that
 * appears a second time (the same file system mounted within itself) is not entered again. Blocking.
 */
final class LibraryWalk {

    private final Path root;
    private final int maxDepth;
    private final BooleanSupplier stopped;

    /** {@code stopped} is asked before each folder. */
    LibraryWalk(Path root, int maxDepth, BooleanSupplier stopped) {
        this.root = root;
        this.maxDepth = maxDepth;
        this.stopped = stopped;
    }

    /** What to do with folders. */
    interface Visitor {

        void folder(FolderListing listing);

        /** A folder that cannot be read: nobody knows what is below it. */
        void unreadable(String path, String reason);
    }

    private record Folder(Path directory, String path, int depth) {}

    /** Whether there is anything in the root besides what is passed over. */
    static boolean isEmpty(Path root) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                if (!IgnoredNames.isIgnored(entry.getFileName().toString())) {
                    return false;
                }
            }
            return true;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /** Walks all folders. */
    void walk(Visitor visitor) {
        Set<Object> seen = new HashSet<>();
        Deque<Folder> open = new ArrayDeque<>();
        open.push(new Folder(root, "", 0));
        while (!open.isEmpty() && !stopped.getAsBoolean()) {
            Folder folder = open.pop();
            try {
                Object identity = attributes(folder.directory).fileKey();
                if (identity == null || seen.add(identity)) {
                    list(folder, open, visitor);
                }
            } catch (IOException e) {
                visitor.unreadable(folder.path, reason(e));
            }
        }
    }

    private void list(Folder folder, Deque<Folder> open, Visitor visitor) throws IOException {
        List<FolderListing.File> files = new ArrayList<>();
        List<Folder> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.directory)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (IgnoredNames.MARKERS.contains(name)) {
                    // As if there were nothing: what was known of it goes missing.
                    return;
                }
                if (!IgnoredNames.isIgnored(name)) {
                    look(folder, entry, name, files, folders, visitor);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        folders.sort(Comparator.comparing(Folder::path).reversed());
        folders.forEach(open::push);
        visitor.folder(new FolderListing(folder.path, files));
    }

    private void look(
            Folder parent,
            Path entry,
            String name,
            List<FolderListing.File> files,
            List<Folder> folders,
            Visitor visitor) {
        String path = parent.path.isEmpty() ? name : parent.path + "/" + name;
        try {
            BasicFileAttributes attributes = attributes(entry);
            if (attributes.isDirectory()) {
                if (parent.depth < maxDepth) {
                    folders.add(new Folder(entry, path, parent.depth + 1));
                } else {
                    visitor.unreadable(path, "lies too deep");
                }
            } else if (attributes.isRegularFile()
                    && MediaFormat.ofFileName(name).isPresent()) {
                files.add(new FolderListing.File(
                        name, attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)));
            }
        } catch (NoSuchFileException e) {
            // Somebody took it away in this moment, or its name cannot be spelt in this locale: then it never opens.
            if (name.indexOf('\uFFFD') >= 0) {
                visitor.unreadable(path, "has a name that is not UTF-8");
            }
        } catch (IOException e) {
            visitor.unreadable(path, reason(e));
        }
    }

    private static BasicFileAttributes attributes(Path path) throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** The operating system's word for it, without the path that Java puts in front. */
    static String reason(IOException failure) {
        return failure instanceof FileSystemException system && system.getReason() != null
                ? "cannot be read: " + system.getReason()
                : "cannot be read: " + failure.getClass().getSimpleName();
    }
}
