package org.ectsuite.notification.template;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Data of the letter {@code net-log}.
 *
 * @param netName name of the net
 * @param description what the net was about; may have several lines
 * @param ncs net control stations, as they are to be shown
 * @param frequencies frequencies or talk groups, as they are to be shown
 * @param startedAt when the net opened; absent if it was closed from the lobby
 * @param closedAt when the net was closed
 * @param stations how many different stations checked in
 * @param rechecks how many check-ins were re-checks
 * @param rows the check-ins in their order
 * @param url the page of the net
 */
@RegisterForReflection
public record NetLog(
        @NotNull @Size(min = 1, max = 200) @Pattern(regexp = SingleLine.PATTERN, message = SingleLine.MESSAGE) String netName,

        @Size(max = 2000) @Nullable String description,
        @NotNull @Size(max = 50) List<@NotNull @Size(max = 200) String> ncs,
        @NotNull @Size(max = 50) List<@NotNull @Size(max = 300) String> frequencies,
        @Nullable Instant startedAt,
        @NotNull Instant closedAt,
        @NotNull @PositiveOrZero Integer stations,
        @NotNull @PositiveOrZero Integer rechecks,
        @NotNull @Size(max = 10_000) List<@NotNull @Valid Row> rows,
        @NotNull @Size(max = 2000) String url)
        implements MailData {

    /**
     * One check-in.
     *
     * @param number row number in the log, from 1
     * @param at when the station checked in
     * @param callsign callsign or tactical call
     * @param name the operator
     * @param location where the station was
     * @param status the status at the end, as ectlog-service names it
     * @param loggedBy who logged it
     */
    @RegisterForReflection
    public record Row(
            @NotNull @PositiveOrZero Integer number,
            @NotNull Instant at,
            @NotNull @Size(max = 40) String callsign,
            @Size(max = 100) @Nullable String name,
            @Size(max = 200) @Nullable String location,
            @NotNull @Pattern(regexp = "[A-Z_]{1,40}") String status,
            @Size(max = 120) @Nullable String loggedBy) {}

    /** The same without its rows, for a letter that has them in an attached file. */
    NetLog withoutRows() {
        return new NetLog(
                netName, description, ncs, frequencies, startedAt, closedAt, stations, rechecks, List.of(), url);
    }

    @Override
    public MailKind kind() {
        return MailKind.NET_LOG;
    }

    @Override
    public List<Link> links() {
        return List.of(new Link("url", url));
    }

    @Override
    public Optional<MailList> list() {
        return MailList.of(URI.create(url), netName);
    }

    @Override
    public Optional<Instant> uselessFrom() {
        return Optional.empty();
    }
}
