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

/** A row of the table of identities elsewhere. */
@Entity
@Table(name = "identity")
class IdentityRow {

    @Id
    UUID id;

    @Column(name = "account_id", nullable = false)
    UUID accountId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    Provider provider;

    @Column(nullable = false, length = 300)
    String issuer;

    @Column(nullable = false, length = 255)
    String subject;

    @Column(nullable = false, length = 254)
    String label;

    @Column(name = "linked_at", nullable = false)
    Instant linkedAt;

    @Column(name = "last_used_at")
    @Nullable Instant lastUsedAt;
}
