package org.ectsuite.webedge.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads instants from RFC 3339 texts alone, in ticks of a microsecond. Numbers are refused (seconds or milliseconds?),
 * and so are years that a database cannot hold.
 */
final class InstantReader extends StdScalarDeserializer<Instant> {

    private static final int LAST_YEAR = 9999;

    InstantReader() {
        super(Instant.class);
    }

    @Override
    // Jackson's contract: what the handler of the context returns may be null.
    public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (Instant) context.handleUnexpectedToken(Instant.class, parser);
        }
        String text = parser.getText();
        try {
            OffsetDateTime time = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
            if (time.getYear() >= 1 && time.getYear() <= LAST_YEAR) {
                return time.toInstant().truncatedTo(ChronoUnit.MICROS);
            }
        } catch (DateTimeParseException e) {
            // Answered below like every other text that is no time.
        }
        return (Instant) context.handleWeirdStringValue(Instant.class, text, "not an RFC 3339 time");
    }
}
