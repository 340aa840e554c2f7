package org.ectsuite.notification.suppression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Mailgun: the signature stands in the document and covers its time and a random token, but not the rest. What guards the rest is
 * TLS, and that each token is taken once.
 */
final class MailgunHook implements BounceHook {

    private final HookSignature signature;
    private final ObjectMapper mapper;

    MailgunHook(String signingKey, ObjectMapper mapper) {
        this.signature = new HookSignature(signingKey.getBytes(StandardCharsets.UTF_8));
        this.mapper = mapper;
    }

    @Override
    public Post read(Function<String, @Nullable String> header, byte[] body)
            throws BadSignatureException, MalformedPostException {
        JsonNode document = parsed(body);
        JsonNode signed = document.path("signature");
        String timestamp = signed.path("timestamp").asText();
        String token = signed.path("token").asText();
        String hex = signed.path("signature").asText();
        if (!timestamp.matches("[0-9]{1,11}")
                || !token.matches("[\\x21-\\x7E]{1,100}")
                || !hex.matches("[0-9a-fA-F]{64}")
                || !signature.fits(
                        HexFormat.of().parseHex(hex), (timestamp + token).getBytes(StandardCharsets.US_ASCII))) {
            throw new BadSignatureException();
        }
        return new Post(token, Instant.ofEpochSecond(Long.parseLong(timestamp)), report(document.path("event-data")));
    }

    private JsonNode parsed(byte[] body) throws BadSignatureException {
        try {
            JsonNode document = mapper.readTree(body);
            if (document == null) {
                throw new BadSignatureException();
            }
            return document;
        } catch (IOException e) {
            throw new BadSignatureException();
        }
    }

    /** A temporary failure is Mailgun's to try again; of a mail that is none of ours there is nothing to note. */
    private static Optional<BounceReport> report(JsonNode event) throws MalformedPostException {
        Optional<BounceKind> kind = switch (event.path("event").asText()) {
            case "failed" -> failure(event);
            case "complained" -> Optional.of(BounceKind.COMPLAINT);
            case "" -> throw new MalformedPostException();
            default -> Optional.empty();
        };
        Optional<UUID> message =
                message(event.path("message").path("headers").path("message-id").asText());
        JsonNode status = event.path("delivery-status");
        return kind.flatMap(found -> message.map(id -> new BounceReport(
                found,
                List.of(id),
                found == BounceKind.COMPLAINT ? null : HookText.line(code(status), HookText.STATUS_LENGTH),
                HookText.line(said(status), HookText.DIAGNOSTIC_LENGTH))));
    }

    private static Optional<BounceKind> failure(JsonNode event) {
        if (!"permanent".equals(event.path("severity").asText())) {
            return Optional.empty();
        }
        String enhanced = event.path("delivery-status").path("enhanced-code").asText();
        return enhanced.isEmpty() ? Optional.of(BounceKind.HARD) : BounceKind.of("failed", enhanced);
    }

    private static JsonNode code(JsonNode status) {
        return status.path("enhanced-code").asText().isEmpty() ? status.path("code") : status.path("enhanced-code");
    }

    private static JsonNode said(JsonNode status) {
        return status.path("message").asText().isEmpty() ? status.path("description") : status.path("message");
    }

    private static Optional<UUID> message(String messageId) {
        try {
            return Optional.of(HookText.message(messageId));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
