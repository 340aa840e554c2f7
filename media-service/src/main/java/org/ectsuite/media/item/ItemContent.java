package org.ectsuite.media.item;

import java.util.UUID;

/** What is needed to serve an item's file. */
// Compared by nobody.
@SuppressWarnings("ArrayRecordComponent")
public record ItemContent(
        UUID id, String libraryKey, String path, String fileName, String contentType, byte[] fingerprint) {}
