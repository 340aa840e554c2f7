package org.ectsuite.auth.token;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ectsuite.auth.account.Role;
import org.jspecify.annotations.Nullable;

/** Whom a token speaks of. */
public sealed interface TokenSubject {

    /** Authentication context class: control of a mailbox was shown; less than a passkey would show. */
    String ACR_MAILBOX = "urn:ect:acr:mailbox";

    /** How sure a sign-in makes us of somebody. */
    enum Assurance {
        /** The control of a mailbox was shown, or what is worth no more. */
        MAILBOX(ACR_MAILBOX),
        /** The same, of somebody who has a second factor or a passkey, and has not shown it. */
        FACTOR_DUE("urn:ect:acr:mfa-due"),
        /** A second factor or a passkey was shown. */
        FACTOR("urn:ect:acr:mfa");

        private final String acr;

        Assurance(String acr) {
            this.acr = acr;
        }

        String acr() {
            return acr;
        }
    }

    /**
     * Somebody signed in with a browser.
     *
     * @param name for display; empty if not known
     * @param callsign for display
     * @param provenAt when the person last showed who he is, by the strongest means he has
     * @param assurance how sure that makes us
     * @param methods how (RFC 8176; {@code email} is a value of our own: a message to the mailbox)
     */
    record Person(
            UUID accountId,
            UUID sessionId,
            Role role,
            String name,
            @Nullable String callsign,
            Instant provenAt,
            Assurance assurance,
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

    /**
     * Somebody who lets a program act for him.
     *
     * @param sessionId of this client's session, not the browser's
     * @param role never more than {@link Role#NCS}: administration is done on the suite's own pages; null for a client
     *     that may only know who somebody is
     * @param audiences the services it may act in; the issuer itself, for userinfo, comes on top
     */
    record Delegate(
            UUID accountId,
            UUID sessionId,
            String clientId,
            List<String> scopes,
            List<String> audiences,
            @Nullable Role role,
            String name,
            @Nullable String callsign,
            Instant signedInAt,
            List<String> methods)
            implements TokenSubject {}

    /** A program that acts in its own name. */
    record Program(String clientId, List<String> scopes, List<String> audiences) implements TokenSubject {}
}
