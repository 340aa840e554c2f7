package org.ectsuite.auth.client;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.auth.keys.SigningAlgorithm;
import org.jspecify.annotations.Nullable;

/**
 * A program that gets tokens: a service of the suite, known by its configuration, or one that administrators have
 * registered.
 *
 * @param id as the protocol writes it
 * @param registration the id of the registration; null for a service of the suite
 * @param redirectUris where people may be sent back to, exactly
 * @param postLogoutRedirectUris where people may be sent after signing out, exactly
 * @param backChannelLogoutUri where it hears of people who have signed out
 * @param scopes the most that its tokens allow
 * @param audiences the services that its tokens may be for
 * @param pkceOptional whether it may ask for codes without PKCE, which an administrator allows to confidential clients
 * @param jwks its public keys as a JSON Web Key Set
 */
public record OAuthClient(
        String id,
        @Nullable UUID registration,
        String name,
        ClientAuthentication authentication,
        List<String> redirectUris,
        List<String> postLogoutRedirectUris,
        @Nullable String backChannelLogoutUri,
        Set<ClientGrant> grants,
        Set<String> scopes,
        Set<String> audiences,
        SigningAlgorithm idTokenAlgorithm,
        boolean pkceOptional,
        @Nullable String jwks) {

    public OAuthClient {
        redirectUris = List.copyOf(redirectUris);
        postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
        grants = Set.copyOf(grants);
        scopes = Set.copyOf(scopes);
        audiences = Set.copyOf(audiences);
    }

    /** A service of the suite. */
    static OAuthClient service(String id, Set<String> scopes, Set<String> audiences) {
        return new OAuthClient(
                id,
                null,
                id,
                ClientAuthentication.SECRET,
                List.of(),
                List.of(),
                null,
                Set.of(ClientGrant.CLIENT_CREDENTIALS),
                scopes,
                audiences,
                SigningAlgorithm.ES256,
                false,
                null);
    }

    /**
     * The id of the registration.
     *
     * @throws IllegalStateException for a service of the suite
     */
    public UUID requireRegistration() {
        UUID known = registration;
        if (known == null) {
            throw new IllegalStateException("A service of the suite signs nobody in");
        }
        return known;
    }

    public boolean may(ClientGrant grant) {
        return grants.contains(grant);
    }
}
