package org.ectsuite.ectlog.text;

/**
 * Which characters a text may hold. Everything that people can read is data and comes back as it was sent; control characters
 * and halves of characters are refused, because files, mails and PostgreSQL cannot carry them.
 */
public final class TextRules {

    /** One line, possibly empty. */
    public static final String LINE = "[^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*";

    /** One line that says something. */
    public static final String FILLED_LINE = "\\p{Zs}*+[^\\p{Cc}\\p{Cs}\\p{Z}][^\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}]*";

    /** Any number of lines. */
    public static final String LINES = "[\\n\\r\\t[^\\p{Cc}\\p{Cs}]]*";

    /** What a client is told about the other characters. */
    public static final String LINE_MESSAGE = "must be one line without control characters";

    /** What a client is told about the other characters. */
    public static final String LINES_MESSAGE = "must not hold control characters";

    /** What a client is told about an empty line. */
    public static final String FILLED_LINE_MESSAGE = "must be one line that is not blank, without control characters";

    /** The name of a person. */
    public static final int NAME = 100;

    /** A place, in whatever form it was given. */
    public static final int LOCATION = 200;

    /** A note or an observation. */
    public static final int NOTE = 2000;

    /** A line of chat, and the value of a custom field. */
    public static final int MESSAGE = 5000;

    private TextRules() {}
}
