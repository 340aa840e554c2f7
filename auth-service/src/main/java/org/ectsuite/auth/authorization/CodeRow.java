package org.ectsuite.auth.authorization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table of authorization codes. */
@Entity
@Table(name = "authorization_code")
class CodeRow {

    @Id
    UUID id;

    @Column(name = "code_hash", nullable = false)
    byte[] codeHash;

    @Column(name = "client_id", nullable = false)
    UUID clientId;

    @Column(name = "session_id", nullable = false)
    UUID sessionId;

    @Column(name = "redirect_uri", nullable = false, length = 500)
    String redirectUri;

    /** Null if the code was asked for without PKCE. */
    @Column(name = "code_challenge", length = 43)
    @Nullable String codeChallenge;

    /** Separated by blanks. */
    @Column(nullable = false, length = 500)
    String scopes;

    @Column(length = 500)
    @Nullable String nonce;

    @Column(name = "issued_at", nullable = false)
    Instant issuedAt;

    @Column(name = "expires_at", nullable = false)
    Instant expiresAt;

    @Column(name = "used_at")
    @Nullable Instant usedAt;

    @Column(name = "gave_id")
    @Nullable UUID gaveId;
}
