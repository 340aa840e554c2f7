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

    Instant changedAt;

    @Version
    long version;

    @Nullable QuietHours quietHours() {
        return quietFrom == null || quietUntil == null ? null : new QuietHours(quietFrom, quietUntil);
    }
}
