package org.ectsuite.auth.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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
    private static final int LONGEST_SUBJECT = 100;
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
        return send(accountId, Map.of("event", event, "subject", subject), client());
    }

    /**
     * Tells several people; outside of a request, too.
     *
     * @param subject the name of what it happened to; what is longer than 100 characters is cut off
     * @param client what it was done with, in words
     */
    public Uni<Void> tellAll(List<UUID> accounts, AccountEvent event, String subject, String client) {
        String name = subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject;
        Uni<Void> all = Uni.createFrom().voidItem();
        for (UUID account : accounts) {
            all = all.chain(() -> send(account, Map.of("event", event, "subject", name), client));
        }
        return all;
    }

    /** Tells somebody of what has no name; to be called in the request that does it. */
    public Uni<Void> tell(UUID accountId, AccountEvent event) {
        return send(accountId, Map.of("event", event), client());
    }

    private String client() {
        return ClientDescription.of(request.userAgent()).text();
    }

    private Uni<Void> send(UUID accountId, Map<String, Object> what, String client) {
        Instant now = clock.instant();
        Map<String, Object> data = new HashMap<>(what);
        data.put("at", now);
        data.put("client", client);
        data.put("link", securityPage);
        return outbox.enqueue(new OutboxMail(MAIL_KIND, new Recipient.Person(accountId), data, now.plus(LIFE)))
                .replaceWithVoid();
    }
}
