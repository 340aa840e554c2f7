package org.ectsuite.auth.addressban;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table of bans. */
@Entity
@Table(name = "address_ban")
class AddressBan {

    @Id
    UUID id;

    @Column(nullable = false, length = 50)
    String network;

    /** Separated by blanks. */
    @Column(nullable = false, length = 500)
    String reasons;

    @Column(nullable = false)
    int failures;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(nullable = false)
    Instant until;

    @Column(name = "lifted_at")
    @Nullable Instant liftedAt;

    boolean inForce(Instant now) {
        return liftedAt == null && now.isBefore(until);
    }
}
