package org.ectsuite.auth.addressban;

import org.ectsuite.webedge.problem.ProblemType;

/** What somebody behind a banned address is told. */
public enum AddressBanProblem implements ProblemType {
    /** The ways in are closed to this network for a while; who is in stays in. */
    ADDRESS_BANNED(429, "Too many sign-ins failed from this network");

    private final int status;
    private final String title;

    AddressBanProblem(int status, String title) {
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
