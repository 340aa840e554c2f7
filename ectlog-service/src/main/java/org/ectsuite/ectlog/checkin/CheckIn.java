package org.ectsuite.ectlog.checkin;

import io.vertx.core.json.JsonObject;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.ectsuite.ectlog.operator.Operator;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log as it is read. It is written by {@link CheckInWriter}, in one statement together with its journal entry,
 * so that the net stays locked for one round trip and the commit.
 */
@Entity
@Immutable
@Table(name = "check_in")
class CheckIn {

    @Id
    private UUID id;

    @Column(name = "net_id", nullable = false)
    private UUID netId;

    @Column(nullable = false)
    private int number;

    @Column(nullable = false)
    private long version;

    @Column(nullable = false, length = 20)
    private String callsign;

    @Column(nullable = false, length = 20)
    private String base;

    @Column(length = 20)
    private @Nullable String prefix;

    @Column(length = 20)
    private @Nullable String suffix;

    @Column(nullable = false)
    private boolean tactical;

    @Column(length = 100)
    private @Nullable String name;

    @Column(length = 200)
    private @Nullable String location;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private StationStatus status;

    @Column(name = "frequency_id")
    private @Nullable UUID frequencyId;

    @Column(name = "relayed_by", length = 20)
    private @Nullable String relayedBy;

    @Column(length = 2000)
    private @Nullable String notes;

    @Column(length = 2000)
    private @Nullable String weather;

    @Column(length = 100)
    private @Nullable String power;

    @Column(name = "custom_fields", nullable = false, columnDefinition = "jsonb")
    private JsonObject customFields;

    @Column(name = "recheck_of")
    private @Nullable UUID recheckOf;

    @Column(name = "user_id")
    private @Nullable UUID userId;

    @Column(name = "logged_by_id", nullable = false)
    private UUID loggedById;

    @Column(name = "logged_by_name", nullable = false, length = 100)
    private String loggedByName;

    @Column(name = "logged_by_callsign", length = 20)
    private @Nullable String loggedByCallsign;

    @Column(name = "checked_in_at", nullable = false)
    private Instant checkedInAt;

    @Column(name = "checked_out_at")
    private @Nullable Instant checkedOutAt;

    @Column(name = "deleted_at")
    private @Nullable Instant deletedAt;

    /** For Hibernate. */
    CheckIn() {}

    int number() {
        return number;
    }

    CheckInView view() {
        return new CheckInView(
                id,
                version,
                netId,
                number,
                callsign,
                base,
                prefix,
                suffix,
                tactical,
                name,
                location,
                status,
                frequencyId,
                relayedBy,
                notes,
                weather,
                power,
                CustomFields.of(customFields.encode()),
                recheckOf,
                userId,
                new Operator(loggedById, loggedByName, loggedByCallsign),
                checkedInAt,
                checkedOutAt,
                deletedAt != null);
    }
}
