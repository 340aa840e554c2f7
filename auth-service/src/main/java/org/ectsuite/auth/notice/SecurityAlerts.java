package org.ectsuite.auth.notice;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.auth.account.AccountView;
import org.ectsuite.auth.account.Accounts;
import org.ectsuite.outbox.Outbox;
import org.ectsuite.outbox.OutboxMail;
import org.ectsuite.outbox.Recipient;

/** Tells all administrators of what may be an attack, or the beginning of one, in the transaction in which it happens. */
@ApplicationScoped
public class SecurityAlerts {

    private static final String MAIL_KIND = "security-alert";
    /** Old news of this kind only alarms. */
    private static final Duration LIFE = Duration.ofDays(7);

    private static final int SUBJECT_LENGTH = 200;

    private final Accounts accounts;
    private final Outbox outbox;
    private final String auditPage;
    private final Clock clock;

    SecurityAlerts(
            Accounts accounts, Outbox outbox, @ConfigProperty(name = "ect.public-url") String publicUrl, Clock clock) {
        this.accounts = accounts;
        this.outbox = outbox;
        this.auditPage = publicUrl + "/admin/audit";
        this.clock = clock;
    }

    /** Tells of something that concerns an account. */
    public Uni<Void> tell(SecurityEvent event, AccountView account) {
        return tell(event, called(account));
    }

    /** Tells of something that concerns an account, and has a name besides. */
    public Uni<Void> tell(SecurityEvent event, AccountView account, String what) {
        return tell(event, called(account) + ": " + what);
    }

    /**
     * Tells of something.
     *
     * @param subject whom or what it concerns; one line, of which 200 characters are shown
     */
    public Uni<Void> tell(SecurityEvent event, String subject) {
        String shown = subject.length() > SUBJECT_LENGTH ? subject.substring(0, SUBJECT_LENGTH) : subject;
        return accounts.administrators().chain(administrators -> {
            Uni<Void> all = Uni.createFrom().voidItem();
            for (AccountView administrator : administrators) {
                all = all.chain(() -> send(administrator.id(), event, shown));
            }
            return all;
        });
    }

    private Uni<Void> send(UUID administrator, SecurityEvent event, String subject) {
        Instant now = clock.instant();
        Map<String, Object> data = Map.of("event", event, "subject", subject, "at", now, "link", auditPage);
        return outbox.enqueue(new OutboxMail(MAIL_KIND, new Recipient.Person(administrator), data, now.plus(LIFE)))
                .replaceWithVoid();
    }

    private static String called(AccountView account) {
        String email = account.email().text();
        return account.callsign() == null ? email : account.callsign() + " (" + email + ")";
    }
}
