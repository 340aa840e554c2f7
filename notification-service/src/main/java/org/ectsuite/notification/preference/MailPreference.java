package org.ectsuite.notification.preference;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person's master switch and quiet hours. */
@Entity(name = "MailPreference")
class MailPreference {

    @Id
    UUID userId;

    boolean enabled;

    @Nullable LocalTime quietFrom;

    @Nullable LocalTime quietUntil;

    @Nullable LocalTime digestAt;

    /** Names of kinds, each between commas. */
    @Nullable String digestKinds;

    Instant changedAt;

    @Version
    long version;

    @Nullable DigestWish digest() {
        return digestAt == null || digestKinds == null ? null : DigestWish.stored(digestAt, digestKinds);
    }

    @Nullable QuietHours quietHours() {
        return quietFrom == null || quietUntil == null ? null : new QuietHours(quietFrom, quietUntil);
    }
}
