package org.ectsuite.ectlog.checkin;

import org.ectsuite.webedge.problem.ProblemType;

/** What can be wrong with a wish towards the log. */
enum CheckInProblem implements ProblemType {
    /**
     * A live row of this callsign exists; the members {@code checkInId}, {@code loggedBy} and {@code loggedAt} say whose it is.
     */
    ALREADY_CHECKED_IN(409, "The station is checked in already"),
    /** Neither an amateur nor a GMRS call, and not marked as tactical. */
    NOT_A_CALLSIGN(400, "This is not a callsign"),
    /** The row is deleted; restore it before changing it. */
    CHECK_IN_DELETED(409, "The check-in is deleted");

    private final int status;
    private final String title;

    CheckInProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
