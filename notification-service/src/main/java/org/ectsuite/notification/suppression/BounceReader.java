package org.ectsuite.notification.suppression;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;
import org.jspecify.annotations.Nullable;

/**
 * Reads what mail servers send back: delivery status notifications (RFC 3464) and abuse reports (RFC 5965). Everything in
 * them comes from outside; only ids of ours, codes and a bounded text are taken out.
 */
final class BounceReader {

    private static final int TEXT_LIMIT = 300;
    private static final String UUID_PATTERN = "[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";
    /** The return path of RFC 5233 style: {@code bounce+<id>@domain}. */
    private static final Pattern RETURN_PATH = Pattern.compile("\\+(" + UUID_PATTERN + ")@");

    private static final Pattern MESSAGE_ID = Pattern.compile("<(" + UUID_PATTERN + ")@[^>]+>");
    private static final Set<String> RECIPIENT_HEADERS =
            Set.of("to", "delivered-to", "x-original-to", "original-recipient", "envelope-to");

    private final List<UUID> messages = new ArrayList<>();
    private Optional<BounceKind> kind = Optional.empty();
    private @Nullable String status;
    private @Nullable String diagnostic;

    private BounceReader() {}

    /** The report; empty if it is none, or tells of a delay or a success. */
    static Optional<BounceReport> read(byte[] mail) {
        BounceReader reader = new BounceReader();
        try {
            reader.walk(mail);
        } catch (MimeException | IOException e) {
            return Optional.empty();
        }
        List<UUID> ids = List.copyOf(new LinkedHashSet<>(reader.messages));
        return reader.kind
                .filter(ignored -> !ids.isEmpty())
                .map(kind -> new BounceReport(kind, ids, reader.status, reader.diagnostic));
    }

    private void walk(byte[] mail) throws MimeException, IOException {
        MimeTokenStream stream = new MimeTokenStream(MimeConfig.PERMISSIVE);
        stream.setRecursionMode(RecursionMode.M_RECURSE);
        stream.parse(new ByteArrayInputStream(mail));
        int depth = 0;
        for (EntityState state = stream.getState(); state != EntityState.T_END_OF_STREAM; state = stream.next()) {
            switch (state) {
                case T_START_MESSAGE -> depth++;
                case T_END_MESSAGE -> depth--;
                case T_FIELD ->
                    header(
                            stream.getField().getName(),
                            String.valueOf(stream.getField().getBody()),
                            depth > 1);
                case T_BODY -> body(stream.getBodyDescriptor().getMimeType(), stream.getDecodedInputStream());
                default -> {}
            }
        }
    }

    private void header(String name, String value, boolean returned) {
        if (!returned && RECIPIENT_HEADERS.contains(name.toLowerCase(Locale.ROOT))) {
            collect(RETURN_PATH.matcher(value));
        } else if (returned && "message-id".equalsIgnoreCase(name)) {
            collect(MESSAGE_ID.matcher(value));
        }
    }

    private void body(String type, InputStream content) throws IOException {
        switch (type.toLowerCase(Locale.ROOT)) {
            case "message/delivery-status" -> status(blocks(content));
            case "message/feedback-report" -> kind = Optional.of(BounceKind.COMPLAINT);
            case "text/rfc822-headers" ->
                blocks(content).stream()
                        .limit(1)
                        .forEach(block -> block.forEach((name, value) -> header(name, value, true)));
            default -> {}
        }
    }

    /** The first block speaks of the mail, each other of a recipient; our mails have one. */
    private void status(List<Map<String, String>> blocks) {
        for (Map<String, String> block : blocks) {
            String action = block.get("action");
            if (action != null) {
                status = bounded(block.get("status"), 20);
                diagnostic = bounded(block.get("diagnostic-code"), TEXT_LIMIT);
                kind = BounceKind.of(action, status);
                if (kind.isPresent()) {
                    return;
                }
            }
        }
    }

    private void collect(Matcher matcher) {
        while (matcher.find()) {
            messages.add(UUID.fromString(matcher.group(1)));
        }
    }

    private static @Nullable String bounded(@Nullable String text, int limit) {
        if (text == null) {
            return null;
        }
        String line = text.replaceAll("[\\p{Cc}\\s]+", " ").strip();
        return line.length() <= limit ? line : line.substring(0, limit);
    }

    /** Groups of header lines, separated by empty lines; names in lower case, folded lines joined. */
    private static List<Map<String, String>> blocks(InputStream content) throws IOException {
        String text = new String(content.readAllBytes(), StandardCharsets.UTF_8)
                .replace("\r\n", "\n")
                .replaceAll("\n[ \\t]+", " ");
        List<Map<String, String>> blocks = new ArrayList<>();
        for (String group : text.split("\n\\s*\n", -1)) {
            Map<String, String> block = new TreeMap<>();
            group.lines().forEach(line -> {
                int colon = line.indexOf(':');
                if (colon > 0) {
                    block.putIfAbsent(
                            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                            line.substring(colon + 1).strip());
                }
            });
            blocks.add(block);
        }
        return blocks;
    }
}
