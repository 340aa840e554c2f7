package org.ectsuite.auth.social;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.ectsuite.auth.account.EmailAddress;
import org.jspecify.annotations.Nullable;

/** A row of the table of identities that wait for their owner. */
@Entity
@Table(name = "pending_identity")
class PendingIdentityRow {

    @Id
    UUID id;

    @Column(name = "token_hash", nullable = false)
    byte[] tokenHash;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    Provider provider;

    @Column(nullable = false, length = 300)
    String issuer;

    @Column(nullable = false, length = 255)
    String subject;

    @Column(nullable = false, length = 254)
    String label;

    @Column(length = 254)
    @Nullable String email;

    @Column(nullable = false)
    boolean vouched;

    @Column(nullable = false, length = 512)
    String continuation;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "expires_at", nullable = false)
    Instant expiresAt;

    UpstreamPerson person() {
        return new UpstreamPerson(
                provider, issuer, subject, label, email == null ? null : new EmailAddress(email), vouched);
    }
}
