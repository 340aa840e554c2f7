package org.ectsuite.auth.revocation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the revocation list. */
@Entity
@Table(name = "revocation")
class Revocation {

    @Id
    UUID id;

    @Column(nullable = false, length = 3)
    String kind;

    @Column(nullable = false, length = 64)
    String value;

    @Column(name = "issued_before")
    @Nullable Instant issuedBefore;

    @Column(nullable = false)
    Instant until;
}
