package org.ectsuite.notification.push;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ectsuite.notification.template.MailKind;
import org.jspecify.annotations.Nullable;

/** A target as it is stored. The version counts changes by people; how the target does is no change of theirs. */
@Entity(name = "PushTarget")
class PushTarget {

    @Id
    UUID id;

    @Nullable UUID owner;

    @Enumerated(EnumType.STRING)
    PushType type;

    String name;
    byte[] sealed;
    String kinds;

    @Nullable String locale;

    @Nullable String zone;

    boolean enabled;
    int failures;

    @Nullable Instant failingSince;

    @Nullable String lastError;

    @Nullable Instant deliveredAt;

    @Nullable String disabledReason;

    @Nullable Instant triedAt;

    Instant createdAt;
    long version;

    static String context(UUID id) {
        return "push-target:" + id;
    }

    Set<MailKind> kinds() {
        return Arrays.stream(kinds.split(",", -1))
                .flatMap(name -> MailKind.of(name).stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(MailKind.class)));
    }

    void kinds(Collection<MailKind> chosen) {
        kinds = chosen.stream().map(MailKind::wireName).collect(Collectors.joining(",", ",", ","));
    }

    TargetHealth health() {
        return new TargetHealth(failures, failingSince);
    }

    void health(TargetHealth health) {
        failures = health.failures();
        failingSince = health.failingSince();
    }
}
