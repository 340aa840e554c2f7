package org.ectsuite.auth.authorization;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a client wants a person to be asked (OpenID Connect Core section 3.1.2.1). */
enum Prompt {
    /** Nothing: an error comes back where a page would be needed. */
    NONE,
    /** To show who he is, although he has. */
    LOGIN,
    /** Whether he agrees, although he has. */
    CONSENT,
    /** As whom; the consent page says it and offers another. */
    SELECT_ACCOUNT;

    static Optional<Prompt> of(String text) {
        return Arrays.stream(values())
                .filter(prompt -> prompt.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst();
    }
}
