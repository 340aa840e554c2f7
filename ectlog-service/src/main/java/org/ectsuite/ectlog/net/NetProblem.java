package org.ectsuite.ectlog.net;

import org.ectsuite.webedge.problem.ProblemType;

/** What can be wrong with a wish towards a net. */
public enum NetProblem implements ProblemType {
    /** The life cycle has no such way; the member {@code netStatus} says where the net stands. */
    ILLEGAL_TRANSITION(409, "The net cannot go there from here"),
    /** Check-ins and chat are open in the lobby and on the air only; the member {@code netStatus} says where the net stands. */
    NET_NOT_OPEN(409, "The net is not open"),
    /** The log of a closed net stands as it is. */
    NET_CLOSED(409, "The net is closed"),
    /** Only a draft can be deleted. */
    NOT_A_DRAFT(409, "The net is not a draft"),
    /** A net must have a start time before it is announced. */
    START_TIME_MISSING(409, "The net has no start time"),
    /** An open net is never without a net control station. */
    LAST_NCS(409, "The net would be without net control"),
    /** A check-in names this frequency. */
    FREQUENCY_IN_USE(409, "A check-in was made on this frequency");

    private final int status;
    private final String title;

    NetProblem(int status, String title) {
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
