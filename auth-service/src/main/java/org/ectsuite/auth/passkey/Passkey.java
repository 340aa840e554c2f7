package org.ectsuite.auth.passkey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table of passkeys. */
@Entity
@Table(name = "passkey")
class Passkey {

    @Id
    UUID id;

    @Column(name = "account_id", nullable = false)
    UUID accountId;

    @Column(nullable = false, length = 100)
    String name;

    @Column(name = "credential_id", nullable = false)
    byte[] credentialId;

    /** Model of the authenticator, id and public key, as the authenticator wrote them (WebAuthn section 6.5.1). */
    @Column(nullable = false)
    byte[] credential;

    @Column(name = "sign_count", nullable = false)
    long signCount;

    /** Whether its authenticator has made sure of its owner by PIN or biometrics, when it was made or since. */
    @Column(nullable = false)
    boolean verifies;

    @Column(name = "backup_eligible", nullable = false)
    boolean backupEligible;

    @Column(name = "backed_up", nullable = false)
    boolean backedUp;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "last_used_at")
    @Nullable Instant lastUsedAt;
}
