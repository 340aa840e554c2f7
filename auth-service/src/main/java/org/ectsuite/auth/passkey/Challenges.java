package org.ectsuite.auth.passkey;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;
import org.ectsuite.secrets.SecretBox;
import org.ectsuite.secrets.UnreadableSecretException;
import org.jspecify.annotations.Nullable;

/**
 * Challenges for authenticators. Showing one writes nothing, so that a page can be opened as often as one likes: the challenge
 * travels sealed on the page, and only its use is remembered, in all replicas.
 */
@ApplicationScoped
public class Challenges {

    private static final int BYTES = 32;
    private static final int LONGEST_TICKET = 512;

    private final SecretBox box;
    private final PasskeyConfig config;
    private final Clock clock;
    // An instance field: a static one would be seeded when the native program is built.
    private final SecureRandom random = new SecureRandom();

    Challenges(SecretBox box, PasskeyConfig config, Clock clock) {
        this.box = box;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A new one.
     *
     * @param holder what only this browser has: the same must come with the answer
     */
    public Challenge draw(Purpose purpose, String holder) {
        byte[] value = new byte[BYTES];
        random.nextBytes(value);
        byte[] content = ByteBuffer.allocate(Long.BYTES + BYTES)
                .putLong(clock.instant().getEpochSecond())
                .put(value)
                .array();
        return Challenge.of(value, box.seal(content, context(purpose, holder)));
    }

    /** The challenge behind a ticket, if it is for this purpose and browser, not too old, and used for the first time. */
    @WithTransaction
    Uni<Optional<byte[]>> take(@Nullable String ticket, Purpose purpose, String holder) {
        Instant now = clock.instant();
        byte[] content = open(ticket, purpose, holder);
        if (content == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        ByteBuffer read = ByteBuffer.wrap(content);
        Instant end = Instant.ofEpochSecond(read.getLong()).plus(config.challengeLife());
        byte[] value = new byte[BYTES];
        read.get(value);
        return now.isBefore(end)
                ? first(value, end).map(first -> first ? Optional.of(value) : Optional.empty())
                : Uni.createFrom().item(Optional.empty());
    }

    private byte @Nullable [] open(@Nullable String ticket, Purpose purpose, String holder) {
        if (ticket == null || ticket.length() > LONGEST_TICKET) {
            return null;
        }
        try {
            byte[] content = box.open(Base64.getUrlDecoder().decode(ticket), context(purpose, holder));
            return content.length == Long.BYTES + BYTES ? content : null;
        } catch (IllegalArgumentException | UnreadableSecretException e) {
            return null;
        }
    }

    private static Uni<Boolean> first(byte[] value, Instant end) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("""
                                insert into passkey_challenge (value_hash, expires_at)
                                values (:hash, :until) on conflict do nothing""")
                        .setParameter("hash", DigestUtils.sha256(value))
                        .setParameter("until", end.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .map(rows -> rows == 1);
    }

    @Scheduled(
            identity = "passkey-challenges-clean-up",
            every = "10m",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @WithTransaction
    Uni<Void> cleanUp() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from passkey_challenge where expires_at < :now")
                        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static String context(Purpose purpose, String holder) {
        return "passkey-challenge:" + purpose + ":" + holder;
    }
}
