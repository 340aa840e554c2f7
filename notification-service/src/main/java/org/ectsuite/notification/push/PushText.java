package org.ectsuite.notification.push;

import java.nio.charset.StandardCharsets;

/** Makes messages out of letters: without what stands below the line, and no longer than ntfy takes. */
final class PushText {

    private static final String SIGNATURE = "\n-- \n";
    private static final String MORE = "…";

    private PushText() {}

    /** The letter without its signature (RFC 3676, section 4.3). */
    static String body(String letter) {
        int end = letter.replace("\r\n", "\n").indexOf(SIGNATURE);
        return (end < 0 ? letter : letter.replace("\r\n", "\n").substring(0, end)).strip();
    }

    /** The text, cut to so many bytes of UTF-8 at most, between characters. */
    static String cut(String text, int bytes) {
        if (text.getBytes(StandardCharsets.UTF_8).length <= bytes) {
            return text;
        }
        int room = bytes - MORE.getBytes(StandardCharsets.UTF_8).length;
        StringBuilder cut = new StringBuilder();
        int used = 0;
        for (int i = 0; i < text.length(); ) {
            String one = Character.toString(text.codePointAt(i));
            used += one.getBytes(StandardCharsets.UTF_8).length;
            if (used > room) {
                break;
            }
            cut.append(one);
            i += one.length();
        }
        return cut.append(MORE).toString();
    }
}
