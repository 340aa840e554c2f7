package org.ectsuite.ectlog.notice;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Which reminders of a net are due. */
final class ReminderPlan {

    /** A reminder of a net to an audience, so long before the net. */
    record Round(ReminderAudience audience, Duration lead) {}

    private final Map<ReminderAudience, List<Duration>> leads = new EnumMap<>(ReminderAudience.class);

    /** @param leads how long before a net each audience is reminded; each longer than nothing */
    ReminderPlan(Map<ReminderAudience, List<Duration>> leads) {
        leads.forEach((audience, durations) -> {
            if (durations.stream().anyMatch(lead -> lead.toSeconds() < 1)) {
                throw new IllegalArgumentException(
                        "ect.ectlog.reminders: a reminder comes at least a second before the net");
            }
            this.leads.put(audience, durations.stream().sorted().toList());
        });
    }

    /**
     * What is due at the moment: of each audience the latest reminder whose time has come. An earlier one that was missed, since the
     * net was announced late or nothing ran, is not made up for.
     */
    List<Round> due(Instant start, Instant now) {
        List<Round> rounds = new ArrayList<>();
        if (now.isBefore(start)) {
            leads.forEach((audience, durations) -> durations.stream()
                    .filter(lead -> !now.isBefore(start.minus(lead)))
                    .findFirst()
                    .ifPresent(lead -> rounds.add(new Round(audience, lead))));
        }
        return rounds;
    }

    /** How long before a net the first reminder comes. */
    Duration longest() {
        return leads.values().stream()
                .flatMap(List::stream)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
