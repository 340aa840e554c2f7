package org.ectsuite.webedge.page;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.ectsuite.webedge.problem.ProblemException;

/**
 * An opaque cursor: where the next page of a list begins, as base64url of the sort key's parts. It is neither secret
 * nor signed: whoever forges one reads the same list from another place.
 */
public final class Cursor {

    /** Longer texts were not made here; the bound keeps their decoding cheap. */
    private static final int MAX_LENGTH = 1024;

    private Cursor() {}

    /** The cursor of these parts, each by its {@code toString()}. */
    public static String encode(Object... parts) {
        StringBuilder text = new StringBuilder();
        for (Object part : parts) {
            String value = part.toString();
            text.append(value.length()).append(':').append(value);
        }
        String cursor = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
        if (cursor.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("A sort key of " + cursor.length() + " characters is no cursor");
        }
        return cursor;
    }

    /**
     * The parts of a cursor.
     *
     * @param cursor what a client sent
     * @param parts how many parts there must be
     * @throws ProblemException VALIDATION_FAILED if it is not a cursor of that many parts
     */
    public static List<String> decode(String cursor, int parts) {
        if (cursor.length() > MAX_LENGTH) {
            throw invalid();
        }
        String text = text(cursor);
        List<String> values = new ArrayList<>(parts);
        int position = 0;
        while (position < text.length()) {
            int colon = text.indexOf(':', position);
            int length = colon < 0 ? -1 : length(text.substring(position, colon));
            int end = colon + 1 + length;
            if (length < 0 || end > text.length() || values.size() == parts) {
                throw invalid();
            }
            values.add(text.substring(colon + 1, end));
            position = end;
        }
        if (values.size() != parts) {
            throw invalid();
        }
        return List.copyOf(values);
    }

    private static String text(String cursor) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw invalid();
        }
    }

    /** Four digits are more than the longest cursor needs, and cannot overflow. */
    private static int length(String digits) {
        return digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : -1;
    }

    private static ProblemException invalid() {
        return ProblemException.invalid("cursor", "is not a cursor of this list");
    }
}
