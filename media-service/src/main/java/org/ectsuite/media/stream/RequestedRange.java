package org.ectsuite.media.stream;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What part of a file a Range header asks for (RFC 9110, 14). */
sealed interface RequestedRange {

    /** All of it: no range, one that cannot be understood, or several, which the standard lets a server ignore. */
    record Whole() implements RequestedRange {}

    /** Bytes from {@code offset} on, at least one. */
    record Part(long offset, long length) implements RequestedRange {

        /** The Content-Range of this part. */
        String contentRange(long size) {
            return "bytes " + offset + "-" + (offset + length - 1) + "/" + size;
        }
    }

    /** A range that begins behind the end. */
    record Unsatisfiable() implements RequestedRange {}

    /** What the header means for a file of {@code size} bytes. */
    static RequestedRange of(@Nullable String header, long size) {
        if (header == null) {
            return new Whole();
        }
        Matcher range = Syntax.ONE_RANGE.matcher(header);
        if (!range.matches()) {
            return new Whole();
        }
        String first = range.group(1);
        String last = range.group(2);
        if (first.isEmpty()) {
            return last.isEmpty() ? new Whole() : suffix(number(last), size);
        }
        long from = number(first);
        long to = last.isEmpty() ? Long.MAX_VALUE : number(last);
        if (to < from) {
            return new Whole();
        }
        if (from >= size) {
            return new Unsatisfiable();
        }
        return new Part(from, Math.min(to, size - 1) - from + 1);
    }

    private static RequestedRange suffix(long wanted, long size) {
        if (wanted == 0 || size == 0) {
            return new Unsatisfiable();
        }
        long length = Math.min(wanted, size);
        return new Part(size - length, length);
    }

    /** Numbers of any length; what is beyond the largest long is behind the end of every file. */
    private static long number(String digits) {
        String significant = digits.replaceFirst("^0+(?=.)", "");
        return significant.length() > 18 ? Long.MAX_VALUE : Long.parseLong(significant);
    }

    /** The one form that is understood. */
    final class Syntax {

        private static final Pattern ONE_RANGE =
                Pattern.compile("\\s*bytes\\s*=\\s*(\\d{0,100})\\s*-\\s*(\\d{0,100})\\s*", Pattern.CASE_INSENSITIVE);

        private Syntax() {}
    }
}
