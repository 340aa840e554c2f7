package org.ectsuite.media.metadata;

import java.io.IOException;
import java.util.Optional;

/**
 * A box of the ISO base media file format (ISO/IEC 14496-12) within a file.
 *
 * @param type four characters
 * @param body first byte of the content
 * @param end first byte behind the content, never beyond that of the box around it
 */
record IsoBox(String type, long body, long end) {

    private static final int MAX_BOXES = 10_000;

    /** What to do with each box of a list; false ends it. */
    @FunctionalInterface
    interface Visitor {
        boolean visit(IsoBox box) throws IOException;
    }

    /** Visits the boxes that stand one behind the other from {@code start}; a box that is cut off ends the list. */
    static void visit(MediaInput in, long start, long end, Visitor visitor) throws IOException {
        long position = start;
        for (int i = 0; i < MAX_BOXES && position + 8 <= end; i++) {
            long length = in.u32be(position);
            long header = 8;
            if (length == 1) {
                if (position + 16 > end) {
                    return;
                }
                length = in.u64be(position + 8);
                header = 16;
            } else if (length == 0) {
                length = end - position;
            }
            if (length < header || length > end - position) {
                return;
            }
            if (!visitor.visit(new IsoBox(in.name(position + 4), position + header, position + length))) {
                return;
            }
            position += length;
        }
    }

    /** The first box of a type directly within this one. */
    Optional<IsoBox> child(MediaInput in, String wanted) throws IOException {
        return first(in, body, end, wanted);
    }

    static Optional<IsoBox> first(MediaInput in, long start, long end, String wanted) throws IOException {
        IsoBox[] match = new IsoBox[1];
        visit(in, start, end, box -> {
            if (box.type.equals(wanted)) {
                match[0] = box;
                return false;
            }
            return true;
        });
        return Optional.ofNullable(match[0]);
    }

    long length() {
        return end - body;
    }
}
