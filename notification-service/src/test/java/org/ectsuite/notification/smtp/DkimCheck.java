package org.ectsuite.notification.smtp;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Checks a signature as a receiver does (RFC 6376, relaxed/relaxed, rsa-sha256), written from the RFC and not from the signer. */
final class DkimCheck {

    private final List<String> headers = new ArrayList<>();
    private final String body;
    private final Map<String, String> tags = new HashMap<>();
    private final String signatureHeader;

    DkimCheck(String raw) {
        String mail = raw.replace("\r\n", "\n").replace("\n", "\r\n");
        int end = mail.indexOf("\r\n\r\n");
        body = mail.substring(end + 4);
        for (String line : mail.substring(0, end).split("\r\n", -1)) {
            if (line.startsWith(" ") || line.startsWith("\t")) {
                headers.set(headers.size() - 1, headers.getLast() + "\r\n" + line);
            } else {
                headers.add(line);
            }
        }
        signatureHeader = headers.stream()
                .filter(header -> header.toLowerCase(Locale.ROOT).startsWith("dkim-signature:"))
                .findFirst()
                .orElseThrow();
        String value = signatureHeader.substring(signatureHeader.indexOf(':') + 1);
        for (String tag : value.split(";", -1)) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                tags.put(
                        tag.substring(0, equals).strip(),
                        tag.substring(equals + 1).replaceAll("\\s", ""));
            }
        }
    }

    String tag(String name) {
        return tags.getOrDefault(name, "");
    }

    List<String> signedHeaders() {
        return Arrays.stream(tag("h").split(":", -1))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .toList();
    }

    boolean verify(PublicKey key) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(relaxedBody().getBytes(StandardCharsets.UTF_8));
            if (!Base64.getEncoder().encodeToString(digest).equals(tag("bh"))) {
                return false;
            }
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(signedText().getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(tag("b")));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String signedText() {
        StringBuilder text = new StringBuilder();
        List<String> left = new ArrayList<>(headers);
        for (String name : signedHeaders()) {
            // From the last to the first of a name (section 5.4.2); one that is not there counts as nothing.
            for (int i = left.size() - 1; i >= 0; i--) {
                if (left.get(i).toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                    text.append(relaxed(left.remove(i))).append("\r\n");
                    break;
                }
            }
        }
        String empty = signatureHeader.replaceAll("(?s)([;\\s]b=)[^;]*", "$1");
        return text.append(relaxed(empty)).toString();
    }

    private static String relaxed(String header) {
        int colon = header.indexOf(':');
        String value = header.substring(colon + 1)
                .replace("\r\n", "")
                .replaceAll("[ \t]+", " ")
                .strip();
        return header.substring(0, colon).strip().toLowerCase(Locale.ROOT) + ":" + value;
    }

    private String relaxedBody() {
        String text = body.replaceAll("[ \t]+(?=\r\n)", "").replaceAll("[ \t]+", " ");
        String trimmed = text.replaceAll("(\r\n)+$", "");
        return trimmed.isEmpty() ? "" : trimmed + "\r\n";
    }
}
