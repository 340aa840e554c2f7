package org.ectsuite.media.metadata;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Makes text of unknown origin fit to store and to show: no control characters, no surplus space, bounded. */
final class PlainText {

    private PlainText() {}

    /** One line of at most {@code max} characters, or null when nothing is left of it. */
    static @Nullable String line(@Nullable String raw, int max) {
        if (raw == null) {
            return null;
        }
        return shortened(clean(raw, false), max);
    }

    /** Several lines of at most {@code max} characters together, or null when nothing is left. */
    static @Nullable String text(@Nullable String raw, int max) {
        if (raw == null) {
            return null;
        }
        return shortened(clean(raw, true), max);
    }

    /** Bytes that are UTF-8 by their format's rule or, since many writers do not keep it, ISO 8859-1. */
    static String utf8OrLatin1(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return decode(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    /** Bytes in a known encoding; what does not fit it becomes U+FFFD. */
    static String decode(byte[] bytes, Charset charset) {
        return new String(bytes, charset);
    }

    private static String clean(String raw, boolean keepLines) {
        StringBuilder clean = new StringBuilder(Math.min(raw.length(), 512));
        boolean space = false;
        int breaks = 0;
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            i += Character.charCount(c);
            if (keepLines && c == '\n') {
                breaks++;
            } else if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                space = true;
            } else if (isShown(c)) {
                if (!clean.isEmpty()) {
                    clean.append(breaks > 1 ? "\n\n" : breaks == 1 ? "\n" : space ? " " : "");
                }
                clean.appendCodePoint(c);
                space = false;
                breaks = 0;
            }
        }
        return clean.toString();
    }

    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            // Direction overrides and other format characters make one name look like another.
            case Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED, Character.PRIVATE_USE -> false;
            default -> c != 0xFFFD;
        };
    }

    private static @Nullable String shortened(String text, int max) {
        if (text.isEmpty()) {
            return null;
        }
        if (text.length() <= max) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(max - 2)) ? max - 2 : max - 1;
        return text.substring(0, end).stripTrailing() + "…";
    }
}
