package org.ectsuite.notification.suppression;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was reported of a mail after it was sent. */
@Entity(name = "Bounce")
class Bounce {

    @Id
    UUID id;

    UUID messageId;
    String address;

    @Enumerated(EnumType.STRING)
    BounceKind kind;

    @Nullable String status;

    @Nullable String diagnostic;

    Instant at;
}
