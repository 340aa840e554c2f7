package org.ectsuite.media.stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.ectsuite.secrets.SecretBox;
import org.ectsuite.secrets.UnreadableSecretException;
import org.ectsuite.tokensecurity.Caller;
import org.ectsuite.tokensecurity.RevocationList;
import org.ectsuite.tokensecurity.startup.Finding;
import org.ectsuite.tokensecurity.startup.StartupCheck;

/**
 * Makes and accepts tickets: sealed with AES-256-GCM under the keyset, so that nobody can make, change or read one, and
 * none is stored. The revocation list is asked on every use.
 */
@ApplicationScoped
class Tickets implements StartupCheck {

    /** auth-service keeps revocations for longer than this. */
    static final Duration LONGEST_LIFE = Duration.ofHours(6);

    private static final String CONTEXT = "media-ticket";
    private static final int MAX_LENGTH = 2_048;

    private final SecretBox box;
    private final Predicate<Caller> revoked;
    private final Duration life;
    private final Clock clock;

    @Inject
    Tickets(SecretBox box, RevocationList revocations, StreamConfig config, Clock clock) {
        this(box, revocations::revoked, config.ticketLife(), clock);
    }

    Tickets(SecretBox box, Predicate<Caller> revoked, Duration life, Clock clock) {
        this.box = box;
        this.revoked = revoked;
        this.life = life;
        this.clock = clock;
    }

    /** A ticket in writing. */
    record Issued(String text, Instant expiresAt) {}

    Issued issue(UUID item, Caller caller) {
        // A longer life than the list of revocations covers would outlive a ban.
        Duration bounded = life.compareTo(LONGEST_LIFE) > 0 ? LONGEST_LIFE : life;
        Instant expiresAt = clock.instant().plus(bounded).truncatedTo(ChronoUnit.SECONDS);
        byte[] sealed = box.seal(Ticket.of(item, caller, expiresAt).toBytes(), CONTEXT);
        return new Issued(Base64.getUrlEncoder().withoutPadding().encodeToString(sealed), expiresAt);
    }

    /** The person behind a ticket for an item; empty when it is forged, for another item, expired or revoked. */
    Optional<Caller> accept(String text, UUID item) {
        if (text.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        byte[] plain;
        try {
            plain = box.open(Base64.getUrlDecoder().decode(text), CONTEXT);
        } catch (IllegalArgumentException | UnreadableSecretException e) {
            return Optional.empty();
        }
        Ticket ticket = Ticket.fromBytes(plain);
        if (ticket == null
                || !ticket.item().equals(item)
                || !clock.instant().isBefore(ticket.expiresAt())
                || revoked.test(ticket.caller())) {
            return Optional.empty();
        }
        return Optional.of(ticket.caller());
    }

    @Override
    public List<Finding> findings() {
        return life.isPositive() && life.compareTo(LONGEST_LIFE) <= 0
                ? List.of()
                : List.of(new Finding("ect.media.stream.ticket-life", "must be above zero and at most six hours"));
    }
}
