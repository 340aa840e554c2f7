package org.ectsuite.auth.social;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.ectsuite.auth.session.Client;
import org.ectsuite.auth.signin.Continuation;
import org.ectsuite.auth.signin.OvertakenException;
import org.ectsuite.auth.social.UpstreamException.Reason;
import org.ectsuite.webedge.problem.ProblemException;
import org.hibernate.exception.ConstraintViolationException;
import org.jboss.logging.Logger;

/**
 * Browsers that come back from providers. The state is used up before the provider is asked, so that nothing can be sent
 * twice; no transaction is open meanwhile.
 */
@ApplicationScoped
class Returns {

    private static final Logger LOG = Logger.getLogger(Returns.class);
    private static final int LONGEST_CODE = 4096;

    private final Attempts attempts;
    private final SocialSignIn signIn;

    Returns(Attempts attempts, SocialSignIn signIn) {
        this.attempts = attempts;
        this.signIn = signIn;
    }

    /** Finds out who came back, and what follows. */
    Uni<Arrival> arrive(Upstream upstream, ProviderAnswer answer, Client client) {
        Optional<OpaqueToken> state = OpaqueToken.parse(answer.state);
        Optional<OpaqueToken> binder = OpaqueToken.parse(answer.binder);
        if (state.isEmpty() || binder.isEmpty()) {
            return foreign();
        }
        return attempts.take(upstream.provider(), state.get(), binder.get())
                .chain(purpose -> purpose.map(found -> arrive(upstream, answer, binder.get(), found, client))
                        .orElseGet(Returns::foreign));
    }

    private Uni<Arrival> arrive(
            Upstream upstream, ProviderAnswer answer, OpaqueToken verifier, Attempts.Purpose purpose, Client client) {
        String code = answer.code;
        if (answer.error != null && ClientRefusals.isOne(answer.error)) {
            return trouble(upstream.provider(), new UpstreamException(Reason.MISCONFIGURED, answer.error), purpose);
        }
        if (answer.error != null || code == null || code.isEmpty() || code.length() > LONGEST_CODE) {
            return failed(SocialFailure.PROVIDER_REFUSED, purpose);
        }
        Upstream.Return back = new Upstream.Return(code, answer.issuer, verifier, purpose.nonceHash());
        Context context = Vertx.currentContext();
        return upstream.identify(back)
                // A time-out strikes elsewhere; what follows belongs to this request.
                .emitOn(task -> context.runOnContext(ignored -> task.run()))
                .chain(person -> settle(person, purpose, client, OpaqueToken.parse(answer.browser)))
                .onFailure(UpstreamException.class)
                .recoverWithUni(failure -> trouble(upstream.provider(), failure, purpose));
    }

    private Uni<Arrival> settle(
            UpstreamPerson person, Attempts.Purpose purpose, Client client, Optional<OpaqueToken> browser) {
        return signIn.settle(person, purpose, client, browser)
                .onFailure(ProblemException.class)
                .recoverWithUni(() -> failed(SocialFailure.TOO_MANY_IDENTITIES, purpose))
                .onFailure(Returns::overtaken)
                .recoverWithUni(() -> failed(SocialFailure.OVERTAKEN, purpose));
    }

    private static boolean overtaken(Throwable failure) {
        return failure instanceof ConstraintViolationException || failure instanceof OvertakenException;
    }

    private static Uni<Arrival> trouble(Provider provider, UpstreamException failure, Attempts.Purpose purpose) {
        if (failure.reason() == Reason.MISCONFIGURED) {
            LOG.errorf(
                    "%s does not take this installation for the client it knows (%s): check ect.auth.social.%s.client-id"
                            + " and client-secret, and the redirect URI registered there. Nobody signs in with it meanwhile.",
                    provider.title(), failure.getMessage(), provider.id());
        } else {
            LOG.warnf("%s does not say who somebody is: %s", provider.title(), failure.getMessage());
        }
        return failed(
                switch (failure.reason()) {
                    case MISCONFIGURED -> SocialFailure.PROVIDER_MISCONFIGURED;
                    case UNAVAILABLE -> SocialFailure.PROVIDER_UNAVAILABLE;
                    case CODE_REFUSED -> SocialFailure.CODE_REFUSED;
                    case UNTRUSTED -> SocialFailure.PROVIDER_UNTRUSTED;
                },
                purpose);
    }

    private static Uni<Arrival> foreign() {
        return Uni.createFrom().item(new Arrival.Failed(SocialFailure.FOREIGN_STATE, Continuation.HOME));
    }

    private static Uni<Arrival> failed(SocialFailure why, Attempts.Purpose purpose) {
        return Uni.createFrom()
                .item(
                        purpose.sessionId() == null
                                ? new Arrival.Failed(why, purpose.continuation())
                                : new Arrival.NotLinked(why));
    }
}
