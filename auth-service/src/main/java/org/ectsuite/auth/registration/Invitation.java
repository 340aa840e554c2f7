package org.ectsuite.auth.registration;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table of invitations. */
@Entity
@Table(name = "invitation")
class Invitation {

    /** The life of an invitation; one that has ended by itself is still pending here. */
    enum State {
        PENDING,
        /** Whoever was invited has an account. */
        ACCEPTED,
        /** An administrator took it back, or sent a newer one. */
        REVOKED
    }

    @Id
    UUID id;

    @Column(nullable = false, length = 254)
    String email;

    @Column(name = "email_key", nullable = false, length = 254)
    String emailKey;

    @Column(name = "token_hash", nullable = false)
    byte[] tokenHash;

    @Column(length = 100)
    @Nullable String inviter;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    State state;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "sent_at", nullable = false)
    Instant sentAt;

    @Column(name = "expires_at", nullable = false)
    Instant expiresAt;

    @Column(name = "accepted_at")
    @Nullable Instant acceptedAt;

    boolean good(Instant now) {
        return state == State.PENDING && now.isBefore(expiresAt);
    }
}
