package org.ectsuite.media.scan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.time.ZoneId;

/** When and how libraries are scanned. */
@ConfigMapping(prefix = "ect.media.scan")
public interface ScanConfig {

    /** How often each library is scanned, from the start of the service on; {@code off} leaves it to administrators. */
    @WithDefault("15M")
    String every();

    /** How often it is looked whether a scan was asked for. */
    @WithDefault("1S")
    String poll();

    /** How many files are read at the same time. */
    @WithDefault("2")
    int readers();

    /** How long the reading of one file may take. */
    @WithDefault("10S")
    Duration readTime();

    /** How many bytes of one file are fetched at most to find its metadata. */
    @WithDefault("33554432")
    long readBytes();

    /** How many folders deep files are looked for. */
    @WithDefault("32")
    int maxDepth();

    /** How long a file that is gone stays in the catalogue, so that it is known again when it comes back. */
    @WithDefault("30D")
    Duration grace();

    /** How long scans and their errors are kept. */
    @WithDefault("30D")
    Duration keepScans();

    /** The time zone of times in names and tags that state none. */
    @WithDefault("UTC")
    ZoneId zone();
}
