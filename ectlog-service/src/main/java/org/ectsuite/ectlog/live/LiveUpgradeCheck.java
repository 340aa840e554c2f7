package org.ectsuite.ectlog.live;

import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.ectsuite.tokensecurity.Caller;

/** Decides whether a socket is opened at all, once the caller is known: by origin, by number, and by what is asked for. */
@Singleton
class LiveUpgradeCheck implements HttpUpgradeCheck {

    private final LiveStore store;
    private final NetFeeds feeds;
    private final LiveConfig config;
    private final OriginPolicy origins;

    LiveUpgradeCheck(LiveStore store, NetFeeds feeds, LiveConfig config) {
        this.store = store;
        this.feeds = feeds;
        this.config = config;
        this.origins = new OriginPolicy(config.origins());
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return LiveEndpoint.ID.equals(endpointId);
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        HttpServerRequest request = context.httpRequest();
        if (!origins.permits(request.getHeader("Origin"))) {
            return CheckResult.rejectUpgrade(403);
        }
        Optional<UUID> netId = netId(context.pathParam("netId"));
        if (netId.isEmpty()) {
            return CheckResult.rejectUpgrade(404);
        }
        if (since(request.query()).isEmpty()) {
            return CheckResult.rejectUpgrade(400);
        }
        return context.securityIdentity()
                .map(Caller::of)
                .chain(caller -> feeds.openedBy(caller.userId()) >= config.socketsPerPerson()
                        ? CheckResult.rejectUpgrade(429)
                        : store.sequence(netId.get())
                                .map(sequence -> sequence.isPresent()
                                        ? CheckResult.permitUpgradeSync()
                                        : CheckResult.rejectUpgradeSync(404)));
    }

    /**
     * The number behind which a client wants to hear.
     *
     * @param query the query of the address
     * @return empty if it makes no sense; {@link Long#MAX_VALUE} if the client names none and wants only what is to come
     */
    static OptionalLong since(String query) {
        if (query == null || query.isEmpty()) {
            return OptionalLong.of(Long.MAX_VALUE);
        }
        return query.matches("since=[0-9]{1,18}")
                ? OptionalLong.of(Long.parseLong(query.substring("since=".length())))
                : OptionalLong.empty();
    }

    private static Optional<UUID> netId(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
