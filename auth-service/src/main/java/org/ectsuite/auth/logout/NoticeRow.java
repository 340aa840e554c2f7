package org.ectsuite.auth.logout;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of the table of clients that are to be told. */
@Entity
@Table(name = "logout_notice")
class NoticeRow {

    @Id
    UUID id;

    @Column(name = "client_id", nullable = false)
    UUID clientId;

    @Column(name = "account_id", nullable = false)
    UUID accountId;

    @Column(name = "session_id", nullable = false)
    UUID sessionId;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(nullable = false)
    int attempts;

    @Column(name = "next_attempt_at", nullable = false)
    Instant nextAttemptAt;
}
