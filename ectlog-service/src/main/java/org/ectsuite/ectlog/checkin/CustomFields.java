package org.ectsuite.ectlog.checkin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Map;
import java.util.TreeMap;

/** What a team notes of its own accord: names and values, as JSON in the database. */
final class CustomFields {

    /** How many a row may have. */
    static final int MAX = 50;

    /** What a field may be called; names that mean something in JavaScript objects are refused. */
    static final String NAME = "(?!__proto__$|constructor$|prototype$)[\\p{L}_][\\p{L}\\p{N}_ .-]{0,99}";

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<TreeMap<String, String>> FIELDS = new TypeReference<>() {};

    private CustomFields() {}

    static String json(Map<String, String> fields) {
        try {
            return MAPPER.writeValueAsString(fields);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Names and values are always JSON", e);
        }
    }

    /** Sorted by name, so that the same fields always look the same. */
    static Map<String, String> of(String json) {
        try {
            return MAPPER.readValue(json, FIELDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The column holds an object of texts", e);
        }
    }
}
