package org.ectsuite.webedge.problem;

/** Stands for the exception of that name, which this jar does not know. */
public class ProblemException extends RuntimeException {
    public ProblemException(String detail) {
        super(detail);
    }
}
