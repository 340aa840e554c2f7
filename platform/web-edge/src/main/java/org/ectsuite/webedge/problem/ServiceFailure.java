package org.ectsuite.webedge.problem;

import io.vertx.core.http.HttpClosedException;
import jakarta.persistence.OptimisticLockException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Tells failures that a client can do something about from those that nobody foresaw. */
final class ServiceFailure {

    /** PostgreSQL (Hibernate Reactive hands its errors on as those of JDBC): going down, starting, too many connections, deadlock, serialization failure. */
    private static final Set<String> PASSING_STATES = Set.of("57P01", "57P02", "57P03", "53300", "40P01", "40001");

    /** PostgreSQL: the text holds what no text of it can hold, which is U+0000 alone. */
    private static final String UNSTORABLE_TEXT = "22021";

    private ServiceFailure() {}

    /**
     * The problem that a client should see, or null if the failure was not foreseen.
     *
     * @param failure what was thrown, often wrapped
     */
    static @Nullable ProblemException foreseen(Throwable failure) {
        // A cycle in the causes would be somebody's mistake; twenty links are enough for any wrapper.
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof ProblemException problem) {
                return problem;
            }
            if (cause instanceof OptimisticLockException || cause instanceof StaleStateException) {
                return new ProblemException(
                        CommonProblem.STALE_VERSION,
                        "The resource was changed at the same moment by somebody else; read it again.");
            }
            if (cause instanceof SQLException database && UNSTORABLE_TEXT.equals(database.getSQLState())) {
                return new ProblemException(CommonProblem.MALFORMED_REQUEST, "The request holds the character U+0000.");
            }
            if (cause instanceof ConnectException
                    || cause instanceof TimeoutException
                    || cause instanceof HttpClosedException
                    || (cause instanceof SQLException database && PASSING_STATES.contains(database.getSQLState()))) {
                return new ProblemException(
                                CommonProblem.UNAVAILABLE, "Something that the service needs does not answer.")
                        .header("Retry-After", "1");
            }
        }
        return null;
    }

    /** The problem of a failure that nobody foresaw: it says nothing, the log says all. */
    static ProblemException unforeseen() {
        return new ProblemException(
                CommonProblem.INTERNAL_ERROR, "The service failed; its log knows more under the request id.");
    }
}
