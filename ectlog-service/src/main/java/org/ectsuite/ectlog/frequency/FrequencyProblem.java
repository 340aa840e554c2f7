package org.ectsuite.ectlog.frequency;

import org.ectsuite.webedge.problem.ProblemType;

/** What can be wrong with a change of the library. */
enum FrequencyProblem implements ProblemType {
    /** Frequency, mode, network and talkgroup are those of another entry, whose id is the member {@code frequencyId}. */
    FREQUENCY_EXISTS(409, "The library has this frequency already");

    private final int status;
    private final String title;

    FrequencyProblem(int status, String title) {
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
