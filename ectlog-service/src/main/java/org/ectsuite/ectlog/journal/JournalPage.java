package org.ectsuite.ectlog.journal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a net's journal.
 *
 * @param items events, oldest first
 * @param next the value of {@code since} that continues, or null if there was nothing more
 */
@Schema(name = "JournalPage")
record JournalPage(
        List<JournalEvent> items,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable Long next) {}
