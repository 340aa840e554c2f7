package org.ectsuite.ectlog.ids;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;
import org.ectsuite.webedge.page.Cursor;
import org.ectsuite.webedge.problem.ProblemException;

/** Ids of rows: UUIDs of version 7, so that the order of ids is the order of making. */
public final class Ids {

    private Ids() {}

    /** A new id. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** The cursor that continues behind a row. */
    public static String cursor(UUID id) {
        return Cursor.encode(id);
    }

    /**
     * The row behind which a cursor continues.
     *
     * @throws ProblemException VALIDATION_FAILED if it is not a cursor of this kind
     */
    public static UUID ofCursor(String cursor) {
        String id = Cursor.decode(cursor, 1).getFirst();
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid("cursor", "is not a cursor of this list");
        }
    }
}
