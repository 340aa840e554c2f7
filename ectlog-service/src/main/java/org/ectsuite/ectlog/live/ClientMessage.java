package org.ectsuite.ectlog.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Optional;

/** What a client may say. */
sealed interface ClientMessage {

    /**
     * A fresh access token of the same person.
     *
     * @param token the token
     */
    record Token(String token) implements ClientMessage {

        @Override
        public String toString() {
            return "Token[]";
        }
    }

    /** Asks for a sign of life. */
    record Ping() implements ClientMessage {}

    /** Reads what a client said; empty if it may not say that. */
    static Optional<ClientMessage> parse(String text) {
        JsonNode message;
        try {
            message = Mapper.STRICT.readTree(text);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
        return switch (message.path("type").asText("")) {
            case "ping" -> message.size() == 1 ? Optional.of(new Ping()) : Optional.empty();
            case "token" -> {
                JsonNode token = message.path("token");
                yield message.size() == 2 && token.isTextual()
                        ? Optional.of(new Token(token.asText()))
                        : Optional.empty();
            }
            default -> Optional.empty();
        };
    }

    /** Holds the reader: fields of an interface are public. */
    final class Mapper {

        private static final JsonMapper STRICT = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();

        private Mapper() {}
    }
}
