package org.ectsuite.notification.suppression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A program of one's own: a small JSON document, signed as the Standard Webhooks specification has it, which is how our own webhooks
 * are signed, too.
 */
final class StandardHook implements BounceHook {

    static final String PREFIX = "whsec_";

    private static final String VERSION = "v1,";
    private static final Set<String> MEMBERS = Set.of("kind", "messageId", "status", "diagnostic");

    private final HookSignature signature;
    private final ObjectMapper mapper;

    /** @param secret {@code whsec_} and the key in base64 */
    StandardHook(String secret, ObjectMapper mapper) {
        this.signature = new HookSignature(Base64.getDecoder().decode(secret.substring(PREFIX.length())));
        this.mapper = mapper;
    }

    @Override
    public Post read(Function<String, @Nullable String> header, byte[] body)
            throws BadSignatureException, MalformedPostException {
        String id = header.apply("webhook-id");
        String timestamp = header.apply("webhook-timestamp");
        String signatures = header.apply("webhook-signature");
        if (id == null
                || timestamp == null
                || signatures == null
                || !id.matches("[\\x21-\\x7E]{1,100}")
                || !timestamp.matches("[0-9]{1,11}")) {
            throw new BadSignatureException();
        }
        byte[] start = (id + "." + timestamp + ".").getBytes(StandardCharsets.US_ASCII);
        // While a secret is changed there may be several.
        boolean genuine = Arrays.stream(signatures.split(" ", 10))
                .filter(one -> one.startsWith(VERSION))
                .map(one -> decoded(one.substring(VERSION.length())))
                .flatMap(Optional::stream)
                .anyMatch(one -> signature.fits(one, start, body));
        if (!genuine) {
            throw new BadSignatureException();
        }
        return new Post(id, Instant.ofEpochSecond(Long.parseLong(timestamp)), Optional.of(report(body)));
    }

    private BounceReport report(byte[] body) throws MalformedPostException {
        try {
            JsonNode report = mapper.readTree(body);
            for (Iterator<String> names = report.fieldNames(); names.hasNext(); ) {
                if (!MEMBERS.contains(names.next())) {
                    throw new MalformedPostException();
                }
            }
            return new BounceReport(
                    BounceKind.valueOf(report.path("kind").asText()),
                    List.of(HookText.message(report.path("messageId").asText())),
                    HookText.line(report.path("status"), HookText.STATUS_LENGTH),
                    HookText.line(report.path("diagnostic"), HookText.DIAGNOSTIC_LENGTH));
        } catch (IOException | IllegalArgumentException e) {
            throw new MalformedPostException();
        }
    }

    private static Optional<byte[]> decoded(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
