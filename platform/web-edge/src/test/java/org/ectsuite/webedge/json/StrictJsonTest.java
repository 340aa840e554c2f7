package org.ectsuite.webedge.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private final ObjectMapper mapper = strictMapper();

    private static ObjectMapper strictMapper() {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new StrictJson().customize(mapper);
        return mapper;
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T18:30:00Z, 2026-01-31T18:30:00Z",
        "2026-01-31T19:30:00+01:00, 2026-01-31T18:30:00Z",
        "2026-01-31T18:30:00.123456789Z, 2026-01-31T18:30:00.123456Z",
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "9999-12-31T23:59:59Z, 9999-12-31T23:59:59Z",
    })
    void instants_are_rfc_3339_texts(String text, Instant instant) throws Exception {
        // When
        Instant read = mapper.readValue('"' + text + '"', Instant.class);

        // Then
        assertThat(read).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1738348200",
                "1738348200.5",
                "\"2026-01-31\"",
                "\"2026-01-31T18:30:00\"",
                "\"0000-12-31T00:00:00Z\"",
                "\"9999-12-31T23:59:59-01:00\"",
                "\"\"",
                "{}"
            })
    void anything_else_is_no_instant(String json) {
        // When / Then
        assertThatThrownBy(() -> mapper.readValue(json, Instant.class)).isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void empty_texts_and_lists_are_values_where_they_are_meant() throws Exception {
        // When
        Map<?, ?> read = mapper.readValue("{\"text\": \"\", \"list\": [], \"map\": {}}", Map.class);

        // Then
        assertThat(read).isEqualTo(Map.of("text", "", "list", List.of(), "map", Map.of()));
    }

    @Test
    void a_key_stands_once() {
        // When / Then
        assertThatThrownBy(() -> mapper.readValue("{\"a\": 1, \"a\": 2}", Map.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    @Test
    void nesting_has_a_bottom() {
        // Given
        String deep = "[".repeat(65) + "]".repeat(65);
        String bearable = "[".repeat(64) + "]".repeat(64);

        // When / Then
        assertThatThrownBy(() -> mapper.readValue(deep, JsonNode.class)).isInstanceOf(JsonProcessingException.class);
        assertThat(read(bearable)).isNotNull();
    }

    @Test
    void numbers_have_an_end() {
        // When / Then
        assertThatThrownBy(() -> mapper.readValue("1".repeat(41), JsonNode.class))
                .isInstanceOf(JsonProcessingException.class);
    }

    private JsonNode read(String json) {
        try {
            return mapper.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
