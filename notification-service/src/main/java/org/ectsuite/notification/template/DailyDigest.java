package org.ectsuite.notification.template;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Data of the letter {@code daily-digest}: what gathered since the last one, in place of single letters.
 *
 * @param netLogs logs of nets; their rows are in the attached files
 * @param announcements messages in somebody's own words
 */
@RegisterForReflection
public record DailyDigest(
        @NotNull @Size(max = 50) List<@NotNull @Valid NetLog> netLogs,
        @NotNull @Size(max = 50) List<@NotNull @Valid Announcement> announcements)
        implements MailData {

    /** The digest of these letters, in their order; all of kinds that allow it. */
    public static DailyDigest of(List<MailData> letters) {
        List<NetLog> logs = letters.stream()
                .flatMap(letter -> letter instanceof NetLog log ? Stream.of(log.withoutRows()) : Stream.empty())
                .toList();
        List<Announcement> announcements = letters.stream()
                .flatMap(letter ->
                        letter instanceof Announcement announcement ? Stream.of(announcement) : Stream.empty())
                .toList();
        if (logs.size() + announcements.size() != letters.size()) {
            throw new IllegalArgumentException("A letter of a kind that goes into no digest");
        }
        return new DailyDigest(logs, announcements);
    }

    /** How many letters it stands for. */
    int count() {
        return netLogs.size() + announcements.size();
    }

    @Override
    public MailKind kind() {
        return MailKind.DAILY_DIGEST;
    }

    @Override
    public List<Link> links() {
        return Stream.concat(
                        netLogs.stream().map(log -> new Link("netLogs", log.url())),
                        announcements.stream().map(one -> new Link("announcements", one.url())))
                .toList();
    }

    @Override
    public Optional<Instant> uselessFrom() {
        return Optional.empty();
    }
}
