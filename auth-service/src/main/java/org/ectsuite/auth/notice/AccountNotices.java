package org.ectsuite.auth.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.auth.session.ClientDescription;
import org.ectsuite.outbox.Outbox;
import org.ectsuite.outbox.OutboxMail;
import org.ectsuite.outbox.Recipient;
import org.ectsuite.webedge.request.RequestInfo;

/** Tells the owner of an account what happened to it, in the transaction in which it happens. */
@ApplicationScoped
public class AccountNotices {

    private static final String MAIL_KIND = "account-notice";
    /** Old news of this kind only alarms. */
    private static final Duration LIFE = Duration.ofDays(7);

    private final Outbox outbox;
    private final RequestInfo request;
    private final String securityPage;
    private final Clock clock;

    AccountNotices(
            Outbox outbox,
            RequestInfo request,
            @ConfigProperty(name = "ect.public-url") String publicUrl,
            Clock clock) {
        this.outbox = outbox;
        this.request = request;
        this.securityPage = publicUrl + "/security";
        this.clock = clock;
    }

    /**
     * Tells somebody; to be called in the request that does it.
     *
     * @param subject the name of what it happened to; one line of at most 100 characters
     */
    public Uni<Void> tell(UUID accountId, AccountEvent event, String subject) {
        return send(accountId, Map.of("event", event, "subject", subject));
    }

    /** Tells somebody of what has no name; to be called in the request that does it. */
    public Uni<Void> tell(UUID accountId, AccountEvent event) {
        return send(accountId, Map.of("event", event));
    }

    private Uni<Void> send(UUID accountId, Map<String, Object> what) {
        Instant now = clock.instant();
        Map<String, Object> data = new HashMap<>(what);
        data.put("at", now);
        data.put("client", ClientDescription.of(request.userAgent()).text());
        data.put("link", securityPage);
        return outbox.enqueue(new OutboxMail(MAIL_KIND, new Recipient.Person(accountId), data, now.plus(LIFE)))
                .replaceWithVoid();
    }
}
