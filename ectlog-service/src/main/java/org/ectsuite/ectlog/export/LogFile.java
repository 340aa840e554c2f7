package org.ectsuite.ectlog.export;

/**
 * A log as a file.
 *
 * @param name the file name; letters, digits, hyphens and dots
 * @param mediaType its media type
 * @param text its content
 */
public record LogFile(String name, String mediaType, String text) {}
