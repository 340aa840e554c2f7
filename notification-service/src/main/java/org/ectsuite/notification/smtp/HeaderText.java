package org.ectsuite.notification.smtp;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/**
 * Text in a mail header: one line, other than ASCII as encoded words (RFC 2047), folded below 76 columns (RFC 5322).
 *
 * <p>The encoder of the mail client takes a text apart by {@code char}, which breaks what lies beyond the basic
 * multilingual plane, and folds with a bare line feed, which strict relays refuse.
 */
final class HeaderText {

    private static final String FOLD = "\r\n ";
    private static final int LINE = 76;
    /** {@code =?UTF-8?B?} and {@code ?=}; at most 75 characters in all (RFC 2047, section 2). */
    private static final int WORD_OVERHEAD = 12;
    /** 45 octets become 60 characters of base64: 72 with the overhead. */
    private static final int WORD_OCTETS = 45;

    private static final Pattern LINE_ENDS = Pattern.compile(" *[\\p{Cc}\\u2028\\u2029][\\p{Cc}\\u2028\\u2029 ]*");

    private HeaderText() {}

    /** The text on one line: whatever could end a header becomes a space. */
    static String singleLine(String text) {
        return LINE_ENDS.matcher(text).replaceAll(" ").strip();
    }

    /** The value of an unstructured header, such as Subject. */
    static String unstructured(String header, String text) {
        String line = singleLine(text);
        return isPlain(line) ? fold(header, line) : encodedWords(header.length() + 2, line);
    }

    /** The value of an address header: {@code "Display name" <address>}; the address must be ASCII and checked. */
    static String address(String header, String name, String address) {
        String line = singleLine(name);
        if (line.isEmpty()) {
            return "<" + address + ">";
        }
        String phrase = isPlain(line)
                ? '"' + line.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : encodedWords(header.length() + 2, line);
        int lastBreak = phrase.lastIndexOf('\n');
        int column = lastBreak < 0 ? header.length() + 2 + phrase.length() : phrase.length() - lastBreak - 1;
        return phrase + (column + address.length() + 3 > LINE ? FOLD : " ") + "<" + address + ">";
    }

    private static boolean isPlain(String line) {
        // "=?" would be read as the start of an encoded word.
        return line.chars().allMatch(c -> c >= ' ' && c < 0x7f) && !line.contains("=?");
    }

    private static String fold(String header, String line) {
        StringBuilder folded = new StringBuilder(line.length() + 16);
        int column = header.length() + 2;
        for (String word : line.split("(?= )", -1)) {
            if (column + word.length() > LINE && word.length() > 1 && column > header.length() + 2) {
                folded.append("\r\n");
                column = 0;
            }
            folded.append(word);
            column += word.length();
        }
        return folded.toString();
    }

    private static String encodedWords(int column, String line) {
        StringBuilder words = new StringBuilder();
        StringBuilder chunk = new StringBuilder();
        int room = Math.min(WORD_OCTETS, (LINE - column - WORD_OVERHEAD) / 4 * 3);
        int octets = 0;
        for (int i = 0; i < line.length(); ) {
            int codePoint = line.codePointAt(i);
            String character = Character.toString(codePoint);
            int size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > room) {
                words.append(word(chunk)).append(FOLD);
                chunk.setLength(0);
                octets = 0;
                room = WORD_OCTETS;
            }
            chunk.append(character);
            octets += size;
            i += Character.charCount(codePoint);
        }
        return words.append(word(chunk)).toString();
    }

    private static String word(CharSequence text) {
        byte[] octets = text.toString().getBytes(StandardCharsets.UTF_8);
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(octets) + "?=";
    }
}
