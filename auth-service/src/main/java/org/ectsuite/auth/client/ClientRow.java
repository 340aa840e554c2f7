package org.ectsuite.auth.client;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ectsuite.auth.keys.SigningAlgorithm;
import org.jspecify.annotations.Nullable;

/** A row of the table of registered clients; lists are separated by blanks, which none of their members contains. */
@Entity
@Table(name = "client")
class ClientRow {

    @Id
    UUID id;

    @Column(nullable = false, length = 100)
    String name;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    ClientAuthentication authentication;

    @Column(name = "redirect_uris", nullable = false, length = 10_020)
    String redirectUris;

    @Column(name = "post_logout_redirect_uris", nullable = false, length = 10_020)
    String postLogoutRedirectUris;

    @Column(name = "back_channel_logout_uri", length = 500)
    @Nullable String backChannelLogoutUri;

    @Column(nullable = false, length = 300)
    String grants;

    @Column(nullable = false, length = 500)
    String scopes;

    @Column(nullable = false, length = 300)
    String audiences;

    @Enumerated(EnumType.STRING)
    @Column(name = "id_token_algorithm", nullable = false, length = 5)
    SigningAlgorithm idTokenAlgorithm;

    @Column(name = "pkce_optional", nullable = false)
    boolean pkceOptional;

    @Column(name = "secret_hash")
    byte @Nullable [] secretHash;

    @Column(length = 8000)
    @Nullable String jwks;

    @Column(name = "created_at", nullable = false)
    Instant createdAt;

    @Version
    @Column(nullable = false)
    long version;

    void write(ClientMetadata metadata) {
        name = metadata.name();
        authentication = metadata.authentication();
        redirectUris = String.join(" ", metadata.redirectUris());
        postLogoutRedirectUris = String.join(" ", metadata.postLogoutRedirectUris());
        backChannelLogoutUri = metadata.backChannelLogoutUri();
        grants = metadata.grants().stream().sorted().map(ClientGrant::name).collect(Collectors.joining(" "));
        scopes = metadata.scopes().stream().sorted().collect(Collectors.joining(" "));
        audiences = metadata.audiences().stream().sorted().collect(Collectors.joining(" "));
        idTokenAlgorithm = metadata.idTokenAlgorithm();
        pkceOptional = metadata.pkceOptional();
        jwks = metadata.jwks();
    }

    OAuthClient client() {
        return new OAuthClient(
                id.toString(),
                id,
                name,
                authentication,
                list(redirectUris),
                list(postLogoutRedirectUris),
                backChannelLogoutUri,
                grants(),
                Set.copyOf(list(scopes)),
                Set.copyOf(list(audiences)),
                idTokenAlgorithm,
                pkceOptional,
                jwks);
    }

    private Set<ClientGrant> grants() {
        Collection<ClientGrant> all =
                list(grants).stream().map(ClientGrant::valueOf).toList();
        return all.isEmpty() ? Set.of() : EnumSet.copyOf(all);
    }

    static List<String> list(String text) {
        return text.isEmpty() ? List.of() : Arrays.asList(text.split(" ", -1));
    }
}
