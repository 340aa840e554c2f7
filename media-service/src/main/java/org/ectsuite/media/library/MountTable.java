package org.ectsuite.media.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The mounted file systems as Linux lists them in {@code /proc/self/mountinfo} (proc_pid_mountinfo(5)). */
final class MountTable {

    private static final Path MOUNT_INFO = Path.of("/proc/self/mountinfo");

    private record Mount(Path point, boolean readOnly) {}

    private final List<Mount> mounts;

    private MountTable(List<Mount> mounts) {
        this.mounts = mounts;
    }

    /** The table of this moment; empty where there is no such file. */
    static MountTable current() {
        try {
            return parse(Files.readAllLines(MOUNT_INFO));
        } catch (IOException e) {
            return new MountTable(List.of());
        }
    }

    static MountTable parse(List<String> lines) {
        List<Mount> mounts = new ArrayList<>();
        for (String line : lines) {
            String[] fields = line.split(" ", -1);
            int separator = Arrays.asList(fields).indexOf("-");
            if (fields.length > 5) {
                boolean readOnly = isReadOnly(fields[5]);
                if (separator > 0 && separator + 3 < fields.length) {
                    // The file system itself may be read-only where the mount point is not.
                    readOnly |= isReadOnly(fields[separator + 3]);
                }
                mounts.add(new Mount(Path.of(unescaped(fields[4])), readOnly));
            }
        }
        return new MountTable(List.copyOf(mounts));
    }

    /** Whether the file system that a path lies on refuses writing; empty when nobody can tell. */
    Optional<Boolean> isReadOnly(Path path) {
        Mount nearest = null;
        for (Mount mount : mounts) {
            // Of two mounts at one point the later one covers the earlier.
            if (path.startsWith(mount.point)
                    && (nearest == null || mount.point.getNameCount() >= nearest.point.getNameCount())) {
                nearest = mount;
            }
        }
        return Optional.ofNullable(nearest).map(Mount::readOnly);
    }

    private static boolean isReadOnly(String options) {
        return Arrays.asList(options.split(",", -1)).contains("ro");
    }

    /** Space, tab, newline and backslash stand there as octal numbers. */
    private static String unescaped(String field) {
        StringBuilder plain = new StringBuilder(field.length());
        for (int i = 0; i < field.length(); i++) {
            if (field.charAt(i) == '\\'
                    && i + 3 < field.length()
                    && field.substring(i + 1, i + 4).matches("[0-3][0-7]{2}")) {
                plain.append((char) Integer.parseInt(field.substring(i + 1, i + 4), 8));
                i += 3;
            } else {
                plain.append(field.charAt(i));
            }
        }
        return plain.toString();
    }
}
