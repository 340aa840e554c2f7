package org.ectsuite.notification.template;

/** The pattern of a text that may stand in a header: no control characters, no line or paragraph separators. */
public final class SingleLine {

    /** Any characters but those that end a line or steer a terminal, and no bidirectional overrides. */
    public static final String PATTERN = "[^\\p{Cc}\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]*";

    /** What to tell whoever sent another. */
    public static final String MESSAGE = "must be a single line without control characters";

    private SingleLine() {}
}
