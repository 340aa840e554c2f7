package org.ectsuite.auth.registration;

import org.ectsuite.webedge.problem.ProblemType;

/** What stands in the way of an invitation; administrators alone are told. */
public enum RegistrationProblem implements ProblemType {
    /** Whoever has an account needs no invitation. */
    ACCOUNT_EXISTS(409, "There is an account with this address"),
    /** One invitation at a time. */
    ALREADY_INVITED(409, "This address is invited already"),
    /** Nobody may make an account. */
    REGISTRATION_CLOSED(409, "Registration is closed"),
    /** It was accepted, revoked, or has ended. */
    INVITATION_OVER(409, "This invitation is over");

    private final int status;
    private final String title;

    RegistrationProblem(int status, String title) {
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
