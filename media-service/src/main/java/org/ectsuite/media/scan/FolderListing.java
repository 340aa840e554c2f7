package org.ectsuite.media.scan;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.codec.digest.DigestUtils;
import org.ectsuite.media.metadata.MetadataReader;

/**
 * What one folder holds.
 *
 * @param path relative to the library, separated by slashes; empty for the root
 * @param files of the catalogue's formats
 */
record FolderListing(String path, List<File> files) {

    /** A file as the file system describes it, without having been opened. */
    record File(String name, long size, long modifiedNanos) {}

    /**
     * A digest of names, sizes and times, and of the readers' version: as long as it is the same, nothing in the folder
     * needs a look.
     */
    byte[] signature() {
        MessageDigest digest = DigestUtils.getSha256Digest();
        ByteBuffer numbers = ByteBuffer.allocate(3 * Long.BYTES);
        digest.update(numbers.putLong(MetadataReader.VERSION).array(), 0, Long.BYTES);
        files.stream().sorted(Comparator.comparing(File::name)).forEach(file -> {
            byte[] name = file.name().getBytes(StandardCharsets.UTF_8);
            digest.update(numbers.clear()
                    .putLong(name.length)
                    .putLong(file.size())
                    .putLong(file.modifiedNanos())
                    .array());
            digest.update(name);
        });
        return digest.digest();
    }

    /** The path of something in this folder. */
    String child(String name) {
        return path.isEmpty() ? name : path + "/" + name;
    }
}
