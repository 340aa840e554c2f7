package org.ectsuite.auth.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table of refresh tokens; a used one has a successor. */
@Entity
@Table(name = "refresh_token")
class RefreshTokenRow {

    @Id
    UUID id;

    @Column(name = "session_id", nullable = false)
    UUID sessionId;

    @Column(name = "token_hash", nullable = false)
    byte[] tokenHash;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "rotated_at")
    @Nullable Instant rotatedAt;

    @Column(name = "successor_id")
    @Nullable UUID successorId;

    @Column(name = "successor_sealed")
    byte @Nullable [] successorSealed;
}
