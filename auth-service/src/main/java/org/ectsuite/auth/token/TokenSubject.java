package org.ectsuite.auth.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ectsuite.auth.account.Role;
import org.jspecify.annotations.Nullable;

/** Whom a token speaks of. */
public sealed interface TokenSubject {

    /**
     * Somebody signed in with a browser.
     *
     * @param name for display; empty if not known
     * @param callsign for display
     * @param signedInAt when the person showed who he is
     * @param methods how (RFC 8176; {@code email} is a value of our own: a message to the mailbox)
     */
    record Person(
            UUID accountId,
            UUID sessionId,
            Role role,
            String name,
            @Nullable String callsign,
            Instant signedInAt,
            List<String> methods)
            implements TokenSubject {}

    /**
     * A program that acts for a person, by an API key.
     *
     * @param keyId takes the place of a session: revoking it ends the key's tokens
     * @param role the highest that the key may use
     */
    record KeyHolder(
            UUID accountId,
            UUID keyId,
            Role role,
            String name,
            @Nullable String callsign,
            List<String> scopes,
            List<String> audiences)
            implements TokenSubject {}

    /** A program that acts in its own name. */
    record Program(String clientId, List<String> scopes, List<String> audiences) implements TokenSubject {}
}
