package org.ectsuite.auth.emailchange;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table of changes of addresses. */
@Entity
@Table(name = "email_change")
class EmailChange {

    /** The life of a change. */
    enum State {
        PENDING,
        /** The account has the new address. */
        CONFIRMED,
        /** Its owner took it back, a newer one took its place, the address was taken, or an older one was undone. */
        CANCELLED,
        /** The old address took it back. */
        UNDONE
    }

    @Id
    UUID id;

    @Column(name = "account_id", nullable = false)
    UUID accountId;

    @Column(name = "old_email", nullable = false, length = 254)
    String oldEmail;

    @Column(name = "old_email_key", nullable = false, length = 254)
    String oldEmailKey;

    @Column(name = "new_email", nullable = false, length = 254)
    String newEmail;

    @Column(name = "token_hash", nullable = false)
    byte[] tokenHash;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    State state;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    Instant expiresAt;

    @Column(name = "confirmed_at")
    @Nullable Instant confirmedAt;

    @Column(name = "undo_hash")
    byte @Nullable [] undoHash;

    @Column(name = "undo_until")
    @Nullable Instant undoUntil;

    boolean pending(Instant now) {
        return state == State.PENDING && now.isBefore(expiresAt);
    }

    boolean undoable(Instant now) {
        return state == State.CONFIRMED && undoUntil != null && now.isBefore(undoUntil);
    }
}
