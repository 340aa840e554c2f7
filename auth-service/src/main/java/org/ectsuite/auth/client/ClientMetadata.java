package org.ectsuite.auth.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ectsuite.auth.keys.SigningAlgorithm;
import org.ectsuite.tokensecurity.Scopes;
import org.ectsuite.webedge.problem.FieldError;
import org.jspecify.annotations.Nullable;

/**
 * What administrators say of a client, and the rules for it.
 *
 * @param pkceOptional whether it may ask for codes without PKCE
 * @param jwks public keys of a client that signs
 */
record ClientMetadata(
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

    static final int MOST_URIS = 20;

    /** The scopes of programs that act in their own name. */
    static final Set<String> PROGRAM_SCOPES =
            Set.of(Scopes.NOTIFICATIONS_SEND, Scopes.PEOPLE_MAIL, Scopes.PEOPLE_READ, Scopes.REVOCATIONS_READ);

    ClientMetadata {
        redirectUris = List.copyOf(redirectUris);
        postLogoutRedirectUris = List.copyOf(postLogoutRedirectUris);
        grants = Set.copyOf(grants);
        scopes = Set.copyOf(scopes);
        audiences = Set.copyOf(audiences);
    }

    /**
     * What is wrong with it; empty if nothing is.
     *
     * @param knownAudiences the services of the suite
     */
    List<FieldError> flaws(Set<String> knownAudiences) {
        List<FieldError> flaws = new ArrayList<>();
        uriFlaws("redirectUris", redirectUris, flaws);
        uriFlaws("postLogoutRedirectUris", postLogoutRedirectUris, flaws);
        logoutUriFlaw().ifPresent(flaw -> flaws.add(new FieldError("backChannelLogoutUri", flaw)));
        grantFlaw().ifPresent(flaw -> flaws.add(new FieldError("grants", flaw)));
        scopeFlaw().ifPresent(flaw -> flaws.add(new FieldError("scopes", flaw)));
        if (!knownAudiences.containsAll(audiences)) {
            flaws.add(new FieldError("audiences", "must be services of the suite"));
        }
        if (grants.contains(ClientGrant.AUTHORIZATION_CODE) == redirectUris.isEmpty()) {
            flaws.add(new FieldError("redirectUris", "belong to the grant AUTHORIZATION_CODE, at least one"));
        }
        if (pkceOptional && authentication == ClientAuthentication.NONE) {
            flaws.add(new FieldError("pkceOptional", "must be false for a client that cannot show who it is"));
        }
        if ((authentication == ClientAuthentication.PRIVATE_KEY_JWT) != (jwks != null)) {
            flaws.add(new FieldError("jwks", "belong to the authentication PRIVATE_KEY_JWT"));
        }
        if (jwks != null) {
            ClientKeys.flaw(jwks).ifPresent(flaw -> flaws.add(new FieldError("jwks", flaw)));
        }
        return List.copyOf(flaws);
    }

    private void uriFlaws(String field, List<String> uris, List<FieldError> flaws) {
        if (uris.size() > MOST_URIS || Set.copyOf(uris).size() != uris.size()) {
            flaws.add(new FieldError(field, "must be at most " + MOST_URIS + ", each once"));
        }
        for (int i = 0; i < uris.size(); i++) {
            String name = field + "[" + i + "]";
            RedirectUri.flaw(uris.get(i), authentication == ClientAuthentication.NONE)
                    .ifPresent(flaw -> flaws.add(new FieldError(name, flaw)));
        }
    }

    private Optional<String> logoutUriFlaw() {
        return backChannelLogoutUri == null ? Optional.empty() : RedirectUri.flaw(backChannelLogoutUri, false);
    }

    private Optional<String> grantFlaw() {
        if (grants.isEmpty()) {
            return Optional.of("must be one at least");
        }
        if (grants.contains(ClientGrant.CLIENT_CREDENTIALS) && authentication == ClientAuthentication.NONE) {
            return Optional.of("must not hold CLIENT_CREDENTIALS for a client that cannot show who it is");
        }
        if (grants.contains(ClientGrant.REFRESH_TOKEN) && !signsPeopleIn()) {
            return Optional.of("must not be REFRESH_TOKEN without a grant that signs people in");
        }
        return Optional.empty();
    }

    private Optional<String> scopeFlaw() {
        for (String scope : scopes) {
            boolean ofPeople = PersonScope.of(scope).isPresent();
            if (!ofPeople && !PROGRAM_SCOPES.contains(scope)) {
                return Optional.of("must be scopes of the suite");
            }
            if (ofPeople && !signsPeopleIn()) {
                return Optional.of("must not speak of people without a grant that signs people in");
            }
            if (!ofPeople && !grants.contains(ClientGrant.CLIENT_CREDENTIALS)) {
                return Optional.of("must not be those of programs without the grant CLIENT_CREDENTIALS");
            }
        }
        return Optional.empty();
    }

    private boolean signsPeopleIn() {
        return grants.contains(ClientGrant.AUTHORIZATION_CODE) || grants.contains(ClientGrant.DEVICE_CODE);
    }
}
