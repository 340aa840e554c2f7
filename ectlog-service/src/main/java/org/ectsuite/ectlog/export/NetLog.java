package org.ectsuite.ectlog.export;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ectsuite.ectlog.chat.ChatMessageView;
import org.ectsuite.ectlog.checkin.CheckInView;
import org.ectsuite.ectlog.net.NetFile;
import org.ectsuite.ectlog.net.NetFrequencyView;
import org.jspecify.annotations.Nullable;

/**
 * All that is written down of a net.
 *
 * @param file the net and who is what in it
 * @param rows the rows of the log, in its order
 * @param chat the lines of the chat, oldest first
 * @param turns what happened besides, oldest first
 */
public record NetLog(NetFile file, List<CheckInView> rows, List<ChatMessageView> chat, List<Turn> turns) {

    /** How many different stations checked in. */
    public int stations() {
        return (int) rows.stream().map(CheckInView::callsign).distinct().count();
    }

    /** How many rows are of stations that had been there before. */
    public int rechecks() {
        return (int) rows.stream().filter(row -> row.recheckOf() != null).count();
    }

    /** The frequency of a row in a few words, or null. */
    @Nullable String frequencyOf(CheckInView row) {
        return file.net().frequencies().stream()
                .filter(frequency -> frequency.id().equals(row.frequencyId()))
                .map(NetFrequencyView::label)
                .findFirst()
                .orElse(null);
    }

    /** The number of the row that a row is a re-check of, or null. */
    @Nullable Integer firstOf(CheckInView row) {
        return rows.stream()
                .filter(first -> first.id().equals(row.recheckOf()))
                .map(CheckInView::number)
                .findFirst()
                .orElse(null);
    }

    /** The rows by their ids. */
    Map<UUID, CheckInView> rowsById() {
        return rows.stream().collect(Collectors.toMap(CheckInView::id, Function.identity()));
    }
}
