package org.ectsuite.ectlog.operator;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ectsuite.ectlog.text.TextRules;
import org.ectsuite.tokensecurity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * A person as the log names them.
 *
 * @param userId the account
 * @param name the display name at that time; empty if the account has none yet
 * @param callsign the account's callsign at that time, or null
 */
@Schema(description = "A person as the log names them")
public record Operator(UUID userId, String name, @Nullable String callsign) {

    /** The person behind a request. */
    public static Operator of(Caller caller) {
        UUID userId = caller.userId();
        if (userId == null) {
            throw new IllegalStateException("An endpoint for people was called by the program " + caller.clientId());
        }
        String name = caller.name();
        return new Operator(userId, name == null ? "" : cut(name), caller.callsign());
    }

    /** What to call the person in a line of text. */
    public String label() {
        if (callsign == null) {
            return name.isEmpty() ? "unnamed operator" : name;
        }
        return name.isEmpty() ? callsign : callsign + " (" + name + ")";
    }

    private static String cut(String name) {
        return name.length() <= TextRules.NAME
                ? name
                : name.substring(
                        0, name.offsetByCodePoints(0, Math.min(TextRules.NAME, name.codePointCount(0, name.length()))));
    }
}
