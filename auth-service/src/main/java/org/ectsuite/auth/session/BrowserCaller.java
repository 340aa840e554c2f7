package org.ectsuite.auth.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ectsuite.tokensecurity.Caller;
import org.ectsuite.tokensecurity.CurrentCaller;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;

/**
 * The person in front of the web client. What opens doors, as sessions, keys and factors do, is changed by people there,
 * and by no program that acts for them.
 */
@ApplicationScoped
public class BrowserCaller {

    private static final String WEB_CLIENT = "web";

    private final CurrentCaller caller;

    BrowserCaller(CurrentCaller caller) {
        this.caller = caller;
    }

    /** The person's account; throws FORBIDDEN for anything but the web client. */
    public UUID accountId() {
        return person().requireUserId();
    }

    /** The session in which the person asks; throws FORBIDDEN for anything but the web client. */
    public UUID sessionId() {
        UUID session = person().sessionId();
        if (session == null) {
            throw forbidden();
        }
        return session;
    }

    private Caller person() {
        Caller present = caller.get();
        if (!present.clientId().equals(WEB_CLIENT)) {
            throw forbidden();
        }
        return present;
    }

    private static ProblemException forbidden() {
        return new ProblemException(
                CommonProblem.FORBIDDEN, "Sign in with a browser; programs do not change this for you.");
    }
}
