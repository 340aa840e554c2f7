package org.ectsuite.notification.suppression;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.commons.codec.digest.DigestUtils;
import org.ectsuite.notification.suppression.BounceHook.BadSignatureException;
import org.ectsuite.notification.suppression.BounceHook.MalformedPostException;
import org.ectsuite.notification.suppression.BounceHook.Post;
import org.ectsuite.webedge.idempotency.IdempotentRequests;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Takes what providers post, if it is theirs, fresh and comes for the first time. */
@ApplicationScoped
class BounceHooks {

    private final Map<String, BounceHook> hooks = new HashMap<>();
    private final BounceBook book;
    private final IdempotentRequests once;
    private final Duration tolerance;
    private final Clock clock;

    BounceHooks(BounceBook book, IdempotentRequests once, BounceHookConfig config, ObjectMapper mapper, Clock clock) {
        this.book = book;
        this.once = once;
        this.tolerance = config.tolerance();
        this.clock = clock;
        config.standardSecret().ifPresent(secret -> hooks.put("standard", new StandardHook(secret, mapper)));
        config.mailgunSigningKey().ifPresent(key -> hooks.put("mailgun", new MailgunHook(key, mapper)));
    }

    @WithTransaction
    Uni<Void> take(String provider, Function<String, @Nullable String> header, byte[] body) {
        BounceHook hook = hooks.get(provider);
        if (hook == null) {
            throw ProblemException.notFound("There is no such provider.");
        }
        Post post = read(hook, header, body);
        if (Duration.between(post.at(), clock.instant()).abs().compareTo(tolerance) > 0) {
            throw refusal("The signature is too old, or from the future.");
        }
        AtomicBoolean first = new AtomicBoolean();
        // The key and what it does are one transaction: what fails may be posted again.
        return once.once(DigestUtils.sha256Hex(post.id()), "bounce-hook " + provider, "", Boolean.class, () -> {
                    first.set(true);
                    return post.report()
                            .map(book::take)
                            .orElseGet(() -> Uni.createFrom().voidItem())
                            .replaceWith(true);
                })
                .invoke(() -> {
                    if (!first.get()) {
                        throw new ProblemException(CommonProblem.CONFLICT, "This was posted before.");
                    }
                })
                .replaceWithVoid();
    }

    private static Post read(BounceHook hook, Function<String, @Nullable String> header, byte[] body) {
        try {
            return hook.read(header, body);
        } catch (BadSignatureException e) {
            throw refusal("The signature is missing or wrong.");
        } catch (MalformedPostException e) {
            throw new ProblemException(CommonProblem.MALFORMED_REQUEST, "The report cannot be read.");
        }
    }

    private static ProblemException refusal(String why) {
        return new ProblemException(CommonProblem.FORBIDDEN, why);
    }
}
