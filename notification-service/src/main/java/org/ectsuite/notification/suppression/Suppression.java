package org.ectsuite.notification.suppression;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address that gets no mail. */
@Entity(name = "Suppression")
class Suppression {

    @Id
    UUID id;

    String address;

    @Enumerated(EnumType.STRING)
    SuppressionReason reason;

    @Nullable String note;

    Instant createdAt;

    @Nullable Instant expiresAt;
}
