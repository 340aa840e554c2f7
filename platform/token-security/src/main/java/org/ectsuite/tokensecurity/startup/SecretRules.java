package org.ectsuite.tokensecurity.startup;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** What makes a secret worth its name: it is no placeholder, long enough, and used for one thing only. */
final class SecretRules {
    private static final Pattern PLACEHOLDER = Pattern.compile(
            "change[-_ ]?(me|it|this)|replace[-_ ]?(me|it|this)|place[-_ ]?holder|example|insert[-_ ]?here|your[-_ ]"
                    + "|secret|passw(or)?d|pa55|qwert|letmein|default|dummy|sample|fixme|x{6}|0{8}|12345678|abcdefgh"
                    + "|<.*>|\\$\\{.*}");
    private static final int FEWEST_CHARACTERS = 8;

    private SecretRules() {}

    static List<Finding> check(List<GuardedSecret> secrets) {
        var findings = new ArrayList<Finding>();
        Map<String, String> owners = new HashMap<>();
        for (var secret : secrets) {
            if (isPlaceholder(secret.value())) {
                findings.add(new Finding(secret.property(), "is a placeholder; put a random secret there"));
            } else if (secret.value().getBytes(StandardCharsets.UTF_8).length < secret.minimumBytes()) {
                findings.add(new Finding(
                        secret.property(),
                        "is shorter than " + secret.minimumBytes() + " bytes; put a random secret there"));
            }
            String owner = owners.putIfAbsent(secret.value(), secret.property());
            if (owner != null) {
                findings.add(new Finding(secret.property(), "is the same secret as " + owner + "; each needs its own"));
            }
        }
        return findings;
    }

    /** Words in Base64 of random bytes are rare, but short ones occur; the pattern holds none below four letters. */
    private static boolean isPlaceholder(String value) {
        return PLACEHOLDER.matcher(value.toLowerCase(Locale.ROOT)).find()
                || value.chars().distinct().count() < FEWEST_CHARACTERS;
    }
}
