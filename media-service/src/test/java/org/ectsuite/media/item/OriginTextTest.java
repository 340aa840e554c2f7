package org.ectsuite.media.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.ectsuite.media.metadata.ItemDescription.Field;
import org.ectsuite.media.metadata.Origin;
import org.junit.jupiter.api.Test;

class OriginTextTest {

    @Test
    void stores_and_shows_where_values_are_from() {
        // When
        String stored = OriginText.stored(Map.of(Field.TITLE, Origin.EMBEDDED, Field.DURATION, Origin.PROBE));

        // Then
        assertThat(stored).isEqualTo("durationSeconds=PROBE,title=EMBEDDED");
        assertThat(OriginText.shown(stored)).isEqualTo(Map.of("title", "embedded", "durationSeconds", "probe"));
    }

    @Test
    void shows_nothing_of_nothing() {
        assertThat(OriginText.shown("")).isEmpty();
    }
}
