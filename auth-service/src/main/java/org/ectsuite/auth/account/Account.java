package org.ectsuite.auth.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the table of people. */
@Entity
@Table(name = "account")
class Account {

    @Id
    UUID id;

    @Column(nullable = false, length = 254)
    String email;

    @Column(name = "email_key", nullable = false, length = 254)
    String emailKey;

    /** When the owner of the mailbox first showed himself; null for an account somebody else prepared. */
    @Column(name = "email_proven_at")
    @Nullable Instant emailProvenAt;

    /** Empty until its owner writes it. */
    @Column(nullable = false, length = 100)
    String name;

    @Column(length = 20)
    @Nullable String callsign;

    @Column(name = "gmrs_callsign", length = 7)
    @Nullable String gmrsCallsign;

    /** With a blank between them. */
    @Column(name = "earlier_callsigns", nullable = false, length = 209)
    String earlierCallsigns;

    @Column(length = 200)
    @Nullable String place;

    @Column(length = 10)
    @Nullable String grid;

    @Nullable Double latitude;

    @Nullable Double longitude;

    @Column(nullable = false, length = 64)
    String zone;

    @Column(nullable = false, length = 35)
    String locale;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    Role role;

    @Column(name = "banned_at")
    @Nullable Instant bannedAt;

    @Column(name = "ban_reason", length = 500)
    @Nullable String banReason;

    @Column(name = "ban_until")
    @Nullable Instant banUntil;

    /** Says something only while there is a ban. */
    @Enumerated(EnumType.STRING)
    @Column(name = "ban_kind", nullable = false, length = 16)
    Closing banKind;

    @Column(name = "last_seen_at")
    @Nullable Instant lastSeenAt;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Version
    @Column(nullable = false)
    long version;

    void take(Callsigns calls) {
        callsign = calls.own();
        gmrsCallsign = calls.gmrs();
        earlierCallsigns = String.join(" ", calls.earlier());
    }

    void take(@Nullable Location location) {
        Location taken = location == null ? Location.NOWHERE : location;
        place = taken.place();
        grid = taken.grid();
        latitude = taken.latitude();
        longitude = taken.longitude();
    }
}
