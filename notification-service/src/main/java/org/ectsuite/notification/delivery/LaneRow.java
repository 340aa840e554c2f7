package org.ectsuite.notification.delivery;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.ectsuite.notification.message.Lane;
import org.jspecify.annotations.Nullable;

/** The stored state of a lane, which all replicas heed. */
@Entity(name = "LaneRow")
@Table(name = "lane")
class LaneRow {

    @Id
    @Enumerated(EnumType.STRING)
    Lane name;

    int failures;

    @Nullable Instant pausedUntil;

    @Nullable String fault;

    @Nullable String reason;

    Instant changedAt;

    LaneState state() {
        return new LaneState(failures, pausedUntil, fault);
    }
}
