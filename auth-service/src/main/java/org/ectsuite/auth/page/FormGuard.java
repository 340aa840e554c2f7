package org.ectsuite.auth.page;

import jakarta.enterprise.context.ApplicationScoped;
import org.ectsuite.auth.origin.RequestOrigin;
import org.ectsuite.tokensecurity.SecurityLog;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.request.RequestInfo;

/** Refuses forms that were not filled in on our own pages. */
@ApplicationScoped
public class FormGuard {

    private final FormTokens tokens;
    private final RequestOrigin origin;
    private final RequestInfo request;

    FormGuard(FormTokens tokens, RequestOrigin origin, RequestInfo request) {
        this.tokens = tokens;
        this.origin = origin;
        this.request = request;
    }

    /** Throws FORBIDDEN unless the form is ours. */
    public void check(SentForm form) {
        if (!origin.own(form.fetchSite, form.origin) || !tokens.accepts(form.cookie, form.token)) {
            SecurityLog.authenticationFailed(request.clientAddress(), FormFailure.FORGED_FORM);
            throw new ProblemException(CommonProblem.FORBIDDEN, "The form has expired. Go back and try again.");
        }
    }
}
