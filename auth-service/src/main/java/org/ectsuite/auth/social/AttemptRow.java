package org.ectsuite.auth.social;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table of browsers that were sent to a provider. */
@Entity
@Table(name = "provider_attempt")
class AttemptRow {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    Provider provider;

    @Column(name = "state_hash", nullable = false)
    byte[] stateHash;

    @Column(name = "binder_hash", nullable = false)
    byte[] binderHash;

    @Column(name = "nonce_hash", nullable = false)
    byte[] nonceHash;

    @Column(nullable = false, length = 512)
    String continuation;

    @Column(name = "session_id")
    @Nullable UUID sessionId;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    Instant expiresAt;
}
