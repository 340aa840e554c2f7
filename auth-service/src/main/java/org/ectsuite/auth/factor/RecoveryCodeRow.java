package org.ectsuite.auth.factor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table of recovery codes. */
@Entity
@Table(name = "recovery_code")
class RecoveryCodeRow {

    @Id
    UUID id;

    @Column(name = "account_id", nullable = false)
    UUID accountId;

    @Column(name = "code_hash", nullable = false)
    byte[] codeHash;

    @Column(name = "used_at")
    @Nullable Instant usedAt;
}
