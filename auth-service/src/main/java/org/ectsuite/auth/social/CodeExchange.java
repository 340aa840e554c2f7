package org.ectsuite.auth.social;

import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.OidcClientException;
import io.quarkus.oidc.client.OidcClients;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.OidcClientConfig;
import io.quarkus.oidc.client.runtime.OidcClientConfig.Grant;
import io.quarkus.oidc.common.runtime.config.OidcClientCommonConfig.Credentials.Secret;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.auth.social.UpstreamException.Reason;
import org.jspecify.annotations.Nullable;

/** Exchanges codes at providers' token endpoints, by the framework's OpenID Connect client. */
@ApplicationScoped
class CodeExchange {

    private final OidcClients clients;
    private final SocialConfig config;
    private final String publicUrl;
    /** By token endpoint: a provider may move it. */
    private final Map<String, OidcClient> open = new ConcurrentHashMap<>();

    CodeExchange(OidcClients clients, SocialConfig config, @ConfigProperty(name = "ect.public-url") String publicUrl) {
        this.clients = clients;
        this.config = config;
        this.publicUrl = publicUrl;
    }

    @PreDestroy
    void close() {
        for (OidcClient client : open.values()) {
            try {
                client.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Where a provider sends browsers back to; it has to know the address beforehand. */
    String callback(Provider provider) {
        return publicUrl + "/auth/sign-in/with/" + provider.id() + "/callback";
    }

    /** What the provider gives for a code. */
    Uni<Tokens> exchange(Provider provider, ClientCredentials credentials, String endpoint, Upstream.Return back) {
        Map<String, String> parameters = Map.of(
                "code",
                back.code(),
                "redirect_uri",
                callback(provider),
                "code_verifier",
                back.verifier().text());
        return client(provider, credentials, endpoint)
                .chain(client -> client.getTokens(parameters))
                .ifNoItem()
                .after(config.patience())
                .fail()
                .onFailure(failure -> !(failure instanceof UpstreamException))
                .transform(failure -> judged(endpoint, failure))
                .invoke(tokens -> {
                    // GitHub says so with status 200.
                    String error = tokens.get("error");
                    if (error != null || tokens.getAccessToken() == null) {
                        throw refusal(endpoint, error);
                    }
                });
    }

    private Uni<OidcClient> client(Provider provider, ClientCredentials credentials, String endpoint) {
        OidcClient known = open.get(endpoint);
        return known != null
                ? Uni.createFrom().item(known)
                : clients.newClient(configuration(provider, credentials, endpoint))
                        .invoke(fresh -> open.putIfAbsent(endpoint, fresh));
    }

    private OidcClientConfig configuration(Provider provider, ClientCredentials credentials, String endpoint) {
        return OidcClientConfig.tokenPath(endpoint)
                .id(provider.id())
                .discoveryEnabled(false)
                .clientId(credentials.id())
                .credentials()
                .clientSecret(credentials.secret(), Secret.Method.POST)
                .end()
                .grant(Grant.Type.CODE)
                // GitHub answers with a form otherwise.
                .headers("Accept", "application/json")
                .connectionTimeout(config.patience())
                // A code is good once: whoever did not answer may have used it up. The client wants at least one.
                .connectionRetryCount(1)
                .build();
    }

    /** A refusal is the provider's own JSON (RFC 6749 section 5.2); anything else is trouble. */
    private static UpstreamException judged(String endpoint, Throwable failure) {
        String error = failure instanceof OidcClientException ? error(failure.getMessage()) : null;
        return "invalid_grant".equals(error) || (error != null && ClientRefusals.isOne(error))
                ? refusal(endpoint, error)
                : new UpstreamException(
                        Reason.UNAVAILABLE, endpoint + ": " + failure.getClass().getSimpleName());
    }

    private static UpstreamException refusal(String endpoint, @Nullable String error) {
        return error != null && ClientRefusals.isOne(error)
                // One of a few fixed words: nothing that a provider writes freely gets into the log.
                ? new UpstreamException(Reason.MISCONFIGURED, endpoint + ": " + error)
                : new UpstreamException(Reason.CODE_REFUSED, endpoint + ": refused the code");
    }

    private static @Nullable String error(@Nullable String body) {
        try {
            return body == null ? null : new JsonObject(body).getString("error");
        } catch (DecodeException | ClassCastException e) {
            return null;
        }
    }
}
