package org.ectsuite.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Values for the schemas of an OpenAPI document: some as they should be, some as an attacker or a broken program would
 * send them. The same seed gives the same values.
 */
final class HostileValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 6;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "'",
            "\"><script>alert(1)</script>",
            "'; drop table account; --",
            "../../../../etc/passwd",
            "..%2f..%2fetc%2fpasswd",
            "${jndi:ldap://127.0.0.1/a}",
            "{config:x}{#insert}",
            "%",
            "%s%n%x",
            "\r\nSet-Cookie: a=b",
            "\u202Etxt.exe",
            "\uD83D\uDE00".repeat(60),
            "e\u0301".repeat(40),
            "\uD800",
            "\uFFFE\uFEFF",
            "a".repeat(10_000),
            "null",
            "true",
            "-1",
            "0",
            "9223372036854775808",
            "1e400",
            "NaN",
            "[]",
            "2026-02-30T25:61:61Z",
            "9999-12-31T23:59:59.999999999Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-999999999-01-01T00:00:00Z",
            "00000000-0000-0000-0000-000000000000",
            "01890a5d-ac96-774b-bcce-b302099a8057",
            "A".repeat(43),
            "W10=",
            "http://[::1",
            "https://example.org:99999/",
            "javascript:alert(1)",
            "op@example.org",
            "op@[127.0.0.1]",
            "DL1ABC",
            "Europe/Berlin",
            "UTC+99:99",
            "x-",
            "de-DE-u-co-phonebk");

    private static final List<JsonNode> NUMBERS = List.of(
            JSON.numberNode(0),
            JSON.numberNode(-1),
            JSON.numberNode(1),
            JSON.numberNode(Integer.MAX_VALUE),
            JSON.numberNode(Long.MIN_VALUE),
            JSON.numberNode(new BigDecimal("1e400")),
            JSON.numberNode(new BigDecimal("-0.0000000000000000000000001")));

    private final JsonNode document;
    private final SplittableRandom random;

    /** Values for the schemas of this document. */
    HostileValues(JsonNode document, SplittableRandom random) {
        this.document = document;
        this.random = random;
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** A text nobody should believe. */
    String text() {
        if (chance(80)) {
            return oneOf(TEXTS);
        }
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(40); length > 0; length--) {
            text.appendCodePoint(random.nextInt(chance(70) ? 0x80 : Character.MAX_CODE_POINT + 1));
        }
        return text.toString();
    }

    /** A value as text, for paths, queries, headers and forms: often one that the schema allows. */
    String text(JsonNode schema) {
        return chance(60) ? plausible(schema, 0).asText() : text();
    }

    /** A value for a JSON body: mostly of the schema's form, with something wrong in it more often than not. */
    JsonNode json(JsonNode schema) {
        return value(schema, 0);
    }

    private JsonNode value(JsonNode schema, int depth) {
        return chance(75) ? plausible(schema, depth) : anything(depth);
    }

    private JsonNode plausible(JsonNode given, int depth) {
        JsonNode schema = resolved(given);
        if (depth > DEEPEST) {
            return JSON.nullNode();
        }
        if (schema.path("enum").isArray() && !schema.path("enum").isEmpty()) {
            return schema.path("enum").get(random.nextInt(schema.path("enum").size()));
        }
        return switch (type(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, depth);
            case "integer", "number" -> chance(70) ? JSON.numberNode(random.nextInt(200)) : oneOf(NUMBERS);
            case "boolean" -> JSON.booleanNode(chance(50));
            default -> JSON.textNode(sample(schema.path("format").asText()));
        };
    }

    private String sample(String format) {
        return switch (format) {
            case "uuid" -> "01890a5d-ac96-774b-bcce-b3020" + (1_000_000 + random.nextInt(9_000_000));
            case "date-time" -> "20" + (10 + random.nextInt(80)) + "-03-12T18:31:00Z";
            case "email" -> "op-" + random.nextInt(1_000) + "@example.org";
            default -> chance(50) ? "text " + random.nextInt(1_000) : text();
        };
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties").properties().forEach(property -> {
            if (chance(90)) {
                object.set(property.getKey(), value(property.getValue(), depth + 1));
            }
        });
        if (chance(10)) {
            object.set(chance(50) ? "id" : text(), anything(depth + 1));
        }
        return object;
    }

    private ArrayNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        int length = chance(95) ? random.nextInt(4) : 2_000;
        for (int i = 0; i < length; i++) {
            array.add(value(schema.path("items"), length > 100 ? DEEPEST : depth + 1));
        }
        return array;
    }

    private JsonNode anything(int depth) {
        return switch (random.nextInt(depth > DEEPEST ? 4 : 6)) {
            case 0 -> JSON.nullNode();
            case 1 -> oneOf(NUMBERS);
            case 2 -> JSON.booleanNode(chance(50));
            case 3 -> JSON.textNode(text());
            case 4 -> JSON.arrayNode().add(anything(depth + 1)).add(anything(depth + 1));
            default -> JSON.objectNode().set(chance(50) ? "a" : text(), anything(depth + 1));
        };
    }

    private static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            for (JsonNode one : type) {
                if (!"null".equals(one.asText())) {
                    return one.asText();
                }
            }
        }
        return schema.has("properties") ? "object" : type.asText();
    }

    /** The schema itself, behind references and choices. */
    private JsonNode resolved(JsonNode schema) {
        JsonNode found = schema;
        for (int hops = 0; hops < DEEPEST; hops++) {
            if (found.has("$ref")) {
                found = document.at(found.path("$ref").asText().substring(1));
            } else if (!choices(found).isEmpty()) {
                found = oneOf(choices(found));
            } else {
                return found;
            }
        }
        return found;
    }

    private static List<JsonNode> choices(JsonNode schema) {
        return Stream.of("oneOf", "anyOf", "allOf")
                .flatMap(choice -> schema.path(choice).valueStream())
                .toList();
    }
}
