package org.ectsuite.auth.magiclink;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table of requests for a sign-in mail. */
@Entity
@Table(name = "magic_link")
class MagicLink {

    /** The life of a request. Only the first state leads anywhere. */
    enum State {
        PENDING,
        REDEEMED,
        /** A newer request took its place. */
        CANCELLED,
        /** Too many wrong codes. */
        LOCKED
    }

    @Id
    UUID id;

    @Column(nullable = false, length = 254)
    String email;

    @Column(name = "email_key", nullable = false, length = 254)
    String emailKey;

    @Column(name = "mailbox_key", nullable = false, length = 254)
    String mailboxKey;

    @Column(name = "link_hash", nullable = false)
    byte[] linkHash;

    @Column(name = "binder_hash", nullable = false)
    byte[] binderHash;

    @Column(name = "code_hash", nullable = false)
    byte[] codeHash;

    @Column(nullable = false, length = 512)
    String continuation;

    @Column(name = "client_address", nullable = false, length = 45)
    String clientAddress;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    State state;

    @Column(name = "code_attempts", nullable = false)
    int codeAttempts;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    Instant expiresAt;

    @Column(name = "redeemed_at")
    @Nullable Instant redeemedAt;

    boolean pending(Instant now) {
        return state == State.PENDING && now.isBefore(expiresAt);
    }
}
