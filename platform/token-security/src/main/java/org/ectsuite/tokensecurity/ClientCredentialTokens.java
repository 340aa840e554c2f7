package org.ectsuite.tokensecurity;

import io.quarkus.arc.DefaultBean;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.MultiMap;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gets tokens by client credentials (RFC 6749, section 4.4) and keeps each until a minute before it expires. However many
 * calls wait for a token, one request is under way.
 */
@Singleton
@DefaultBean
class ClientCredentialTokens implements ServiceTokens {
    private static final String WHAT = "token of this service";
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final AuthServiceClient client;
    private final String clientId;
    private final Optional<String> clientSecret;
    private final Clock clock;
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();
    private final Map<String, SingleFlight<Kept>> flights = new ConcurrentHashMap<>();

    /** A token and until when it is used. */
    private record Kept(String token, Instant until) {
        @Override
        public String toString() {
            return "token until " + until;
        }
    }

    ClientCredentialTokens(AuthServiceClient client, TokenSecurityConfig config, Clock clock) {
        this.client = client;
        this.clientId = config.service();
        this.clientSecret = config.clientSecret();
        this.clock = clock;
    }

    @Override
    public Uni<String> bearer(String audience) {
        return Uni.createFrom().deferred(() -> {
            Kept now = kept.get(audience);
            if (now != null && clock.instant().isBefore(now.until())) {
                return Uni.createFrom().item(now.token());
            }
            return flights.computeIfAbsent(audience, any -> new SingleFlight<>())
                    .join(() -> request(audience).invoke(fresh -> kept.put(audience, fresh)))
                    .map(Kept::token);
        });
    }

    @Override
    public void refused(String audience) {
        kept.remove(audience);
    }

    private Uni<Kept> request(String audience) {
        if (clientSecret.isEmpty()) {
            return Uni.createFrom().failure(new AuthServiceException(WHAT + ": ect.client-secret is not set"));
        }
        var form = MultiMap.caseInsensitiveMultiMap()
                .add("grant_type", "client_credentials")
                .add("audience", audience);
        var request = client.post("/oauth/token").basicAuthentication(clientId, clientSecret.get());
        return AuthServiceClient.named(WHAT, request.sendForm(form))
                .map(response -> kept(AuthServiceClient.json(WHAT, response)));
    }

    private Kept kept(JsonObject answer) {
        try {
            String token = answer.getString("access_token");
            Long seconds = answer.getLong("expires_in");
            if (token == null || token.isEmpty() || seconds == null) {
                throw new AuthServiceException(WHAT + ": the answer holds none");
            }
            return new Kept(token, clock.instant().plus(use(Duration.ofSeconds(seconds))));
        } catch (ClassCastException e) {
            throw new AuthServiceException(WHAT + ": the answer is not as agreed");
        }
    }

    /** How long a token with this life is used: a margin less, or half of a life that is hardly longer than that. */
    static Duration use(Duration life) {
        Duration half = life.dividedBy(2);
        Duration lessMargin = life.minus(MARGIN);
        return lessMargin.compareTo(half) > 0 ? lessMargin : half;
    }
}
