package org.ectsuite.auth.factor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table of authenticators. */
@Entity
@Table(name = "totp")
class Totp {

    @Id
    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "secret_sealed", nullable = false)
    byte[] secretSealed;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "confirmed_at")
    @Nullable Instant confirmedAt;

    @Column(name = "last_step", nullable = false)
    long lastStep;

    @Column(nullable = false)
    int failures;

    @Column(name = "blocked_until")
    @Nullable Instant blockedUntil;
}
