package org.ectsuite.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mail as JSON: the part that is stored, and the message that is posted. Written by hand, so that a native image needs
 * no reflection for it.
 */
final class MailJson {

    private static final TypeReference<Map<String, Object>> DATA = new TypeReference<>() {};

    private final ObjectMapper mapper;

    MailJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** What is sealed and stored: recipient and data. */
    byte[] stored(OutboxMail mail) {
        ObjectNode node = mapper.createObjectNode();
        node.set("recipient", recipient(mail.recipient()));
        node.set("data", mapper.valueToTree(mail.data()));
        return bytes(node);
    }

    /** The mail again, from what was stored. */
    OutboxMail restored(String kind, byte[] stored, @Nullable Instant expiresAt) {
        try {
            JsonNode node = mapper.readTree(stored);
            Map<String, Object> data = mapper.readerFor(DATA).readValue(node.required("data"));
            return new OutboxMail(kind, recipient(node.required("recipient")), data, expiresAt);
        } catch (IOException e) {
            // No cause: its message would quote what was sealed.
            throw new IllegalArgumentException("The stored content is not a mail");
        }
    }

    /** The body of {@code POST /notification/messages}. */
    byte[] message(OutboxMail mail, ComposedMail composed) {
        ObjectNode node = mapper.createObjectNode();
        node.put("kind", mail.kind());
        node.set("recipient", recipient(mail.recipient()));
        node.set("data", mapper.valueToTree(composed.data()));
        if (!composed.attachments().isEmpty()) {
            ArrayNode attachments = node.putArray("attachments");
            for (Attachment attachment : composed.attachments()) {
                attachments
                        .addObject()
                        .put("name", attachment.name())
                        .put("contentType", attachment.contentType())
                        .put("content", attachment.content());
            }
        }
        if (mail.expiresAt() != null) {
            node.put("expiresAt", mail.expiresAt().toString());
        }
        return bytes(node);
    }

    /** The problem code of an answer's body; null if it has none that looks like one. */
    @Nullable String problemCode(byte @Nullable [] body) {
        if (body == null) {
            return null;
        }
        try {
            JsonNode code = mapper.readTree(body).path("code");
            return code.isTextual() && code.textValue().matches("[a-z0-9-]{1,60}") ? code.textValue() : null;
        } catch (IOException e) {
            return null;
        }
    }

    private ObjectNode recipient(Recipient recipient) {
        ObjectNode node = mapper.createObjectNode();
        switch (recipient) {
            case Recipient.Person person -> node.put("userId", person.userId().toString());
            case Recipient.Address address -> {
                node.put("address", address.email());
                putIfPresent(node, "name", address.name());
                putIfPresent(node, "locale", address.locale());
                putIfPresent(node, "zone", address.zone());
            }
        }
        return node;
    }

    private static void putIfPresent(ObjectNode node, String member, @Nullable String value) {
        if (value != null) {
            node.put(member, value);
        }
    }

    private static Recipient recipient(JsonNode node) {
        return node.hasNonNull("userId")
                ? new Recipient.Person(UUID.fromString(node.get("userId").textValue()))
                : new Recipient.Address(
                        node.required("address").textValue(),
                        node.path("name").textValue(),
                        node.path("locale").textValue(),
                        node.path("zone").textValue());
    }

    private byte[] bytes(JsonNode node) {
        try {
            return mapper.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON is always JSON", e);
        }
    }
}
