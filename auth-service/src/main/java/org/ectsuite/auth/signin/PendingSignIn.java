package org.ectsuite.auth.signin;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.ectsuite.auth.session.Method;

/** A row of the table of sign-ins that wait for the second factor. */
@Entity
@Table(name = "pending_sign_in")
class PendingSignIn {

    @Id
    UUID id;

    @Column(name = "account_id", nullable = false)
    UUID accountId;

    @Column(name = "token_hash", nullable = false)
    byte[] tokenHash;

    /** How its owner has shown himself until now. */
    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    Method method;

    @Column(nullable = false, length = 512)
    String continuation;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    Instant expiresAt;
}
