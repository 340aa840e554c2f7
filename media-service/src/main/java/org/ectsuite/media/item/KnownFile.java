package org.ectsuite.media.item;

import java.util.UUID;

/** What the catalogue knows of a file when a scan comes by. */
public record KnownFile(UUID id, String fileName, long size, long modifiedNanos, int readerVersion, boolean present) {}
