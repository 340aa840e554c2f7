package org.ectsuite.tokensecurity;

import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as an accepted access token says it.
 *
 * @param subject the person's id or the client id of a service
 * @param userId the person's id; absent for a service
 * @param sessionId the session the person signed in to, or the person's API key; absent for a service
 * @param clientId the program that calls: {@code web} for the browser, {@code api-key:…}, or the service's client id
 * @param name the person's name, for display; absent until set
 * @param callsign the person's callsign, for display; absent until set
 * @param roles the global roles, each with those below it; see {@link Roles}
 * @param scopes what a service or an API key may do; see {@link Scopes} and {@link ApiKeys}
 * @param issuedAt when the token was issued, in whole seconds
 * @param expiresAt when the token expires, in whole seconds
 * @param tokenId the token's own id
 * @param keyId the id of the key that signed the token
 * @param factorAt when the person last showed a second factor or passkey in this session, long ago if never; absent
 *     if the account has none
 */
public record Caller(
        String subject,
        @Nullable UUID userId,
        @Nullable UUID sessionId,
        String clientId,
        @Nullable String name,
        @Nullable String callsign,
        Set<String> roles,
        Set<String> scopes,
        Instant issuedAt,
        Instant expiresAt,
        String tokenId,
        String keyId,
        @Nullable Instant factorAt) {

    /** The attribute of a {@link SecurityIdentity} that holds its caller. */
    static final String ATTRIBUTE = Caller.class.getName();

    /** Keeps what cannot be changed afterwards. */
    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /**
     * The caller behind an identity that an access token made.
     *
     * @throws UnauthorizedException if nobody signed in
     */
    public static Caller of(SecurityIdentity identity) {
        Caller caller = find(identity);
        if (caller == null) {
            throw new UnauthorizedException("There is no caller");
        }
        return caller;
    }

    static @Nullable Caller find(SecurityIdentity identity) {
        return identity.getAttribute(ATTRIBUTE);
    }

    Caller withRoles(Set<String> others) {
        return new Caller(
                subject, userId, sessionId, clientId, name, callsign, others, scopes, issuedAt, expiresAt, tokenId,
                keyId, factorAt);
    }

    /** Whether the caller has a global role. */
    public boolean is(String role) {
        return roles.contains(role);
    }

    /** Whether the caller has a scope. */
    public boolean may(String scope) {
        return scopes.contains(scope);
    }

    /**
     * The person's id.
     *
     * @throws IllegalStateException for a service
     */
    public UUID requireUserId() {
        UUID id = userId;
        if (id == null) {
            throw new IllegalStateException("The caller is a service");
        }
        return id;
    }
}
