package org.ectsuite.notification.template;

import java.util.regex.Pattern;

/** The finish of a plain-text letter: no line longer than 80 columns that can be broken, no runs of empty lines. */
final class PlainText {

    private static final int WIDTH = 80;
    private static final Pattern BLANK_LINES = Pattern.compile("\\n(?:[ \\t]*\\n){2,}");
    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cc}&&[^\\n]]+");

    private PlainText() {}

    static String finish(String text) {
        StringBuilder wrapped = new StringBuilder(text.length() + 64);
        text.lines().forEach(line -> wrap(line.stripTrailing(), wrapped));
        return BLANK_LINES.matcher(wrapped).replaceAll("\n\n").strip() + "\n";
    }

    /** A user's text of several lines, without characters that steer a terminal. */
    static String clean(String text) {
        return CONTROLS.matcher(text.replace("\r\n", "\n")).replaceAll(" ");
    }

    private static void wrap(String line, StringBuilder out) {
        String rest = line;
        while (rest.length() > WIDTH) {
            int space = rest.lastIndexOf(' ', WIDTH);
            if (space <= 0) {
                // An address, say: whole it is of use, broken it is not.
                space = rest.indexOf(' ');
                if (space <= 0) {
                    break;
                }
            }
            out.append(rest, 0, space).append('\n');
            rest = rest.substring(space + 1).stripLeading();
        }
        // The separator of a signature is two hyphens and a space (RFC 3676, section 4.3).
        out.append("--".equals(rest) ? "-- " : rest).append('\n');
    }
}
