package org.ectsuite.media.item;

import java.util.UUID;
import org.ectsuite.media.metadata.ItemDescription;
import org.jspecify.annotations.Nullable;

/**
 * A file that a scan has read.
 *
 * @param knownId the item that stood at this path before, if any
 * @param path relative to the library, separated by slashes
 * @param fingerprint SHA-256 over size, first and last 64 KiB
 * @param fault why its metadata could not be read
 */
// Compared by nobody.
@SuppressWarnings("ArrayRecordComponent")
public record ScannedFile(
        @Nullable UUID knownId,
        String path,
        long size,
        long modifiedNanos,
        byte[] fingerprint,
        ItemDescription description,
        @Nullable String fault) {

    String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    String fileName() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
