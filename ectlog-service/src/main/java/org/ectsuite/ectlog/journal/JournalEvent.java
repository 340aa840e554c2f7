package org.ectsuite.ectlog.journal;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.ectlog.operator.Operator;

/**
 * Something that happened in a net.
 *
 * @param sequence its place in the journal of the net; begins at 1 and has no gaps
 * @param type what happened
 * @param at when
 * @param actor who did it
 * @param payload JSON with {@code before} and {@code after}, each the thing that the type names
 */
@Schema(name = "Event")
public record JournalEvent(
        long sequence,
        EventType type,
        Instant at,
        Operator actor,
        @JsonRawValue @Schema(type = SchemaType.OBJECT) String payload) {}
