package org.ectsuite.auth.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.ectsuite.auth.token.TokenSubject;
import org.jspecify.annotations.Nullable;

/** A row of the table of sign-ins. */
@Entity
@Table(name = "session")
class SessionRow {

    @Id
    UUID id;

    @Column(name = "account_id", nullable = false)
    UUID accountId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    Method method;

    @Enumerated(EnumType.STRING)
    @Column(length = 16)
    @Nullable Factor factor;

    /** When the factor was shown last. */
    @Column(name = "factor_at")
    @Nullable Instant factorAt;

    /** Whether the account has a factor that was not shown in this session. */
    @Column(name = "factor_due", nullable = false)
    boolean factorDue;

    @Column(name = "client_address", nullable = false, length = 45)
    String clientAddress;

    @Column(name = "user_agent", nullable = false, length = 300)
    String userAgent;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Column(name = "last_used_at", nullable = false)
    Instant lastUsedAt;

    @Column(name = "idle_until", nullable = false)
    Instant idleUntil;

    @Column(name = "expires_at", nullable = false)
    Instant expiresAt;

    @Column(name = "ended_at")
    @Nullable Instant endedAt;

    @Enumerated(EnumType.STRING)
    @Column(name = "end_reason", length = 16)
    @Nullable EndReason endReason;

    /** When its owner showed who he is; for a client's session, in the browser. */
    @Column(name = "signed_in_at", nullable = false)
    Instant signedInAt;

    @Column(name = "browser_hash")
    byte @Nullable [] browserHash;

    /** Null for the suite's own web client. */
    @Column(name = "client_id")
    @Nullable UUID clientId;

    @Column(name = "parent_id")
    @Nullable UUID parentId;

    /** Separated by blanks; null without a client, as the next one. */
    @Column(length = 500)
    @Nullable String scopes;

    @Column(length = 300)
    @Nullable String audiences;

    boolean alive(Instant now) {
        return endedAt == null && now.isBefore(idleUntil) && now.isBefore(expiresAt);
    }

    /** When its owner last showed who he is, by the strongest means he has. */
    Instant provenAt() {
        return factorAt == null ? signedInAt : factorAt;
    }

    TokenSubject.Assurance assurance() {
        if (factor != null) {
            return TokenSubject.Assurance.FACTOR;
        }
        return factorDue ? TokenSubject.Assurance.FACTOR_DUE : TokenSubject.Assurance.MAILBOX;
    }

    /** How (RFC 8176). */
    List<String> methods() {
        return factor == null
                ? method.amr()
                : Stream.concat(method.amr().stream(), Stream.of(factor.amr(), "mfa"))
                        .distinct()
                        .toList();
    }

    void end(EndReason reason, Instant now) {
        endedAt = now;
        endReason = reason;
    }
}
