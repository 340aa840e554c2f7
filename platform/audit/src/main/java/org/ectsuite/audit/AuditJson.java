package org.ectsuite.audit;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns what was before and after into JSON that PostgreSQL takes, with secrets concealed. */
final class AuditJson {

    static final String CONCEALED = "[concealed]";

    /** Parts of member names, in small letters without separators, that tell of a secret. */
    private static final List<String> SECRET_NAMES = List.of(
            "password",
            "passphrase",
            "passcode",
            "secret",
            "token",
            "credential",
            "apikey",
            "privatekey",
            "authorization",
            "cookie",
            "keyset");

    /** The same, as whole names: parts of harmless words, or words of their own. */
    private static final List<String> WHOLE_SECRET_NAMES = List.of("otp", "totp", "pin");

    private final ObjectMapper mapper;

    /** Writes as the given mapper does, secrets excepted. */
    AuditJson(ObjectMapper mapper) {
        ObjectMapper own = mapper.copy();
        own.setAnnotationIntrospector(AnnotationIntrospector.pair(
                new ConcealingIntrospector(), own.getSerializationConfig().getAnnotationIntrospector()));
        this.mapper = own;
    }

    /** The JSON text of a value; null for null. */
    @Nullable String write(@Nullable Object value) {
        if (value == null) {
            return null;
        }
        JsonNode tree = mapper.valueToTree(value);
        try {
            return mapper.writeValueAsString(clean(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON is always JSON", e);
        }
    }

    private static JsonNode clean(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                object.properties().forEach(member -> {
                    JsonNode value = member.getValue();
                    boolean conceal = !value.isNull() && tellsOfASecret(member.getKey());
                    copy.set(storable(member.getKey()), conceal ? TextNode.valueOf(CONCEALED) : clean(value));
                });
                yield copy;
            }
            case ArrayNode array -> {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
                array.forEach(element -> copy.add(clean(element)));
                yield copy;
            }
            case TextNode text -> TextNode.valueOf(storable(text.textValue()));
            default -> node;
        };
    }

    /** jsonb refuses U+0000; a change must not fail because somebody typed it. */
    private static String storable(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    private static boolean tellsOfASecret(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        name.toLowerCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        String plain = letters.toString();
        return WHOLE_SECRET_NAMES.contains(plain) || SECRET_NAMES.stream().anyMatch(plain::contains);
    }

    private static final class ConcealingIntrospector extends JacksonAnnotationIntrospector {
        @Override
        public @Nullable Object findSerializer(Annotated annotated) {
            return annotated.hasAnnotation(Concealed.class) ? new ConcealingSerializer() : null;
        }
    }

    private static final class ConcealingSerializer extends JsonSerializer<Object> {
        @Override
        public void serialize(Object value, JsonGenerator generator, SerializerProvider provider) throws IOException {
            generator.writeString(CONCEALED);
        }
    }
}
