package org.ectsuite.media.metadata;

import java.io.IOException;

/** Reads the metadata of one format. */
@FunctionalInterface
interface FormatReader {

    /** What the file says; fails with {@link UnreadableMediaException} when it is not of this format or is damaged. */
    EmbeddedMetadata read(MediaInput in) throws IOException;
}
