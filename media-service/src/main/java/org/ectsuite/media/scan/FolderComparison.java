package org.ectsuite.media.scan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.media.item.KnownFile;
import org.ectsuite.media.metadata.MetadataReader;
import org.jspecify.annotations.Nullable;

/**
 * What has happened in one folder since the last scan.
 *
 * @param toRead new and changed files
 * @param unchanged how many are as they were
 * @param returned items that were missing and whose files are back as they were
 * @param gone what is no longer there
 */
record FolderComparison(List<ToRead> toRead, int unchanged, List<UUID> returned, List<KnownFile> gone) {

    /** A file to be opened; {@code knownId} is the item that stands at this path. */
    record ToRead(@Nullable UUID knownId, String path, FolderListing.File file) {}

    static FolderComparison of(FolderListing now, Collection<KnownFile> before) {
        Map<String, KnownFile> left = new HashMap<>();
        before.forEach(file -> left.put(file.fileName(), file));
        List<ToRead> toRead = new ArrayList<>();
        List<UUID> returned = new ArrayList<>();
        int unchanged = 0;
        for (FolderListing.File file : now.files()) {
            KnownFile known = left.remove(file.name());
            if (known == null) {
                toRead.add(new ToRead(null, now.child(file.name()), file));
            } else if (known.size() != file.size()
                    || known.modifiedNanos() != file.modifiedNanos()
                    || known.readerVersion() < MetadataReader.VERSION) {
                toRead.add(new ToRead(known.id(), now.child(file.name()), file));
            } else {
                unchanged++;
                if (!known.present()) {
                    returned.add(known.id());
                }
            }
        }
        List<KnownFile> gone = left.values().stream().filter(KnownFile::present).toList();
        return new FolderComparison(List.copyOf(toRead), unchanged, List.copyOf(returned), gone);
    }
}
