package org.ectsuite.media.stream;

import org.ectsuite.webedge.problem.ProblemType;

/** Why a file cannot be served although its item is known. */
enum StreamProblem implements ProblemType {
    /** The file is gone or cannot be opened. */
    FILE_MISSING(404, "The file is not there"),
    /** The library's folder cannot be reached at the moment. */
    LIBRARY_OFFLINE(503, "The library is offline"),
    /** The file is not the one that the client has. */
    PRECONDITION_FAILED(412, "The file has changed meanwhile"),
    /** The range begins behind the end of the file. */
    RANGE_NOT_SATISFIABLE(416, "The file is shorter than that");

    private final int status;
    private final String title;

    StreamProblem(int status, String title) {
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
