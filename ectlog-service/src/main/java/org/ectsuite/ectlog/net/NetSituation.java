package org.ectsuite.ectlog.net;

import java.util.List;
import java.util.UUID;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * What a feature must know of a net before it does something in it.
 *
 * @param netId the net
 * @param access what the caller may do
 * @param frequencyIds the net's frequencies, in order
 */
public record NetSituation(UUID netId, NetAccess access, List<UUID> frequencyIds) {

    /**
     * Refuses what is possible in an open net only.
     *
     * @throws ProblemException NET_NOT_OPEN
     */
    public void requireOpen() {
        if (!access.status().open()) {
            throw notOpen(access.status());
        }
    }

    /** The problem of a net that is not open. */
    public static ProblemException notOpen(@Nullable NetStatus status) {
        ProblemException problem = new ProblemException(
                NetProblem.NET_NOT_OPEN, "Check-ins and chat are open in the lobby and on the air only.");
        return status == null ? problem : problem.with("netStatus", status);
    }
}
