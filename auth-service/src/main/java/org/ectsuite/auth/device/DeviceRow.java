package org.ectsuite.auth.device;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table of devices that wait. */
@Entity
@Table(name = "device_authorization")
class DeviceRow {

    @Id
    UUID id;

    @Column(name = "device_hash", nullable = false)
    byte[] deviceHash;

    @Column(name = "user_hash", nullable = false)
    byte[] userHash;

    @Column(name = "client_id", nullable = false)
    UUID clientId;

    /** Separated by blanks. */
    @Column(nullable = false, length = 500)
    String scopes;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    DeviceState state;

    @Column(name = "session_id")
    @Nullable UUID sessionId;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    Instant expiresAt;

    @Column(name = "pause_seconds", nullable = false)
    int pauseSeconds;

    @Column(name = "asked_at")
    @Nullable Instant askedAt;

    List<String> scopeList() {
        return List.of(scopes.split(" ", -1));
    }

    PollPolicy.Waiting waiting() {
        return new PollPolicy.Waiting(state, expiresAt, askedAt, Duration.ofSeconds(pauseSeconds));
    }
}
