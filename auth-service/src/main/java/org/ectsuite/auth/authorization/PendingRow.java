package org.ectsuite.auth.authorization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table of authorization requests that wait for their person. */
@Entity
@Table(name = "authorization_request")
class PendingRow {

    @Id
    UUID id;

    @Column(name = "handle_hash", nullable = false)
    byte[] handleHash;

    @Column(name = "client_id", nullable = false)
    UUID clientId;

    /** As they came, form-encoded: they are read anew each time. */
    @Column(nullable = false, length = 8000)
    String parameters;

    @Column(name = "account_id")
    @Nullable UUID accountId;

    @Column(name = "arrived_at", nullable = false)
    Instant arrivedAt;

    @Column(name = "expires_at", nullable = false)
    Instant expiresAt;
}
