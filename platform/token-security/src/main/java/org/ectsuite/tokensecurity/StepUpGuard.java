package org.ectsuite.tokensecurity;

import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.problem.ProblemGuard;

/** Tells an administrator who was refused for want of a recent factor what to do about it (RFC 9470). */
@Singleton
class StepUpGuard implements ProblemGuard {
    private final Provider<TokenSecurityConfig> config;

    /** The settings are asked for when they are needed: problems are prepared before there are any. */
    StepUpGuard(Provider<TokenSecurityConfig> config) {
        this.config = config;
    }

    @Override
    public ProblemException beforeWriting(ProblemException problem, RoutingContext routing) {
        return problem.type() == CommonProblem.FORBIDDEN && hindered(routing)
                ? new ProblemException(
                                StepUpProblem.STEP_UP_REQUIRED,
                                "Show your second factor again, then repeat what you did.")
                        .header("WWW-Authenticate", challenge())
                : problem;
    }

    private String challenge() {
        return "Bearer realm=\"ect\", error=\"insufficient_user_authentication\", acr_values=\"" + StepUp.STRONG
                + "\", max_age=" + config.get().stepUpWindow().toSeconds();
    }

    private static boolean hindered(RoutingContext routing) {
        return routing.user() instanceof QuarkusHttpUser user
                && Boolean.TRUE.equals(user.getSecurityIdentity().getAttribute(StepUp.NEEDED));
    }
}
