package org.ectsuite.webedge.problem;

import io.vertx.ext.web.RoutingContext;

/** Sees each problem before it is written, and may put another in its place. */
public interface ProblemGuard {

    /**
     * The problem to be written.
     *
     * @param problem what went wrong
     * @param routing the request
     */
    ProblemException beforeWriting(ProblemException problem, RoutingContext routing);
}
