package org.ectsuite.auth.client;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Clients that show who they are by a signature. */
@ApplicationScoped
public class ClientAssertions {

    private final Clients clients;
    private final UsedAssertions used;
    private final AssertionCheck check;

    ClientAssertions(
            Clients clients,
            UsedAssertions used,
            @ConfigProperty(name = "ect.public-url") String publicUrl,
            Clock clock) {
        this.clients = clients;
        this.used = used;
        String issuer = publicUrl + "/auth";
        this.check = new AssertionCheck(Set.of(issuer, issuer + "/oauth/token"), clock);
    }

    /** The client that has signed this, if the signature is good and new. */
    @WithTransaction
    public Uni<Optional<OAuthClient>> authenticate(String jwt) {
        return AssertionCheck.claimedClient(jwt)
                .map(clients::find)
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(client -> client.filter(known -> known.authentication() == ClientAuthentication.PRIVATE_KEY_JWT)
                        .map(known -> authenticate(jwt, known))
                        .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<OAuthClient>> authenticate(String jwt, OAuthClient client) {
        String jwks = client.jwks();
        Optional<AssertionCheck.Good> good = jwks == null ? Optional.empty() : check.check(jwt, client.id(), jwks);
        return good.map(found -> used.first(client.requireRegistration(), found.id(), found.expiresAt())
                        .map(first -> first ? Optional.of(client) : Optional.<OAuthClient>empty()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
