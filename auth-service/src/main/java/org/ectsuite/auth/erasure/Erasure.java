package org.ectsuite.auth.erasure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of the table of accounts that are to be erased. */
@Entity
@Table(name = "erasure")
class Erasure {

    @Id
    @Column(name = "account_id")
    UUID accountId;

    @Column(name = "requested_at", nullable = false)
    Instant requestedAt;

    @Column(name = "due_at", nullable = false)
    Instant dueAt;
}
