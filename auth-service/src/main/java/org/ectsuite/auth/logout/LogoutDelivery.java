package org.ectsuite.auth.logout;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.ectsuite.auth.client.Clients;
import org.ectsuite.auth.client.OAuthClient;
import org.ectsuite.auth.keys.SigningKeys;
import org.jboss.logging.Logger;

/** Tells clients that somebody has signed out, until they have heard it (OpenID Connect Back-Channel Logout section 2.5). */
@ApplicationScoped
class LogoutDelivery {

    private static final Logger LOG = Logger.getLogger(LogoutDelivery.class);
    private static final int BAD_REQUEST = 400;

    private final LogoutNotices notices;
    private final Clients clients;
    private final LogoutPost post;
    private final SigningKeys keys;
    private final LogoutConfig config;
    private final String issuer;
    private final Clock clock;

    LogoutDelivery(
            LogoutNotices notices,
            Clients clients,
            LogoutPost post,
            SigningKeys keys,
            LogoutConfig config,
            @ConfigProperty(name = "ect.public-url") String publicUrl,
            Clock clock) {
        this.notices = notices;
        this.clients = clients;
        this.post = post;
        this.keys = keys;
        this.config = config;
        this.issuer = publicUrl + "/auth";
        this.clock = clock;
    }

    @Scheduled(
            identity = "logout-notices",
            every = "${ect.auth.logout.check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return notices.claim()
                .onItem()
                .transformToMulti(claimed -> Multi.createFrom().iterable(claimed))
                .onItem()
                .transformToUniAndConcatenate(this::tell)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> tell(LogoutNotices.Notice notice) {
        return clients.find(notice.clientId().toString())
                .chain(client -> client.filter(known -> known.backChannelLogoutUri() != null)
                        .map(known -> tell(notice, known))
                        .orElseGet(() -> notices.done(notice.id())));
    }

    private Uni<Void> tell(LogoutNotices.Notice notice, OAuthClient client) {
        String token = notice.token().sign(issuer, keys.active(client.idTokenAlgorithm()), clock);
        return post.post(URI.create(String.valueOf(client.backChannelLogoutUri())), token)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.infof("Client %s does not hear of a sign-out: %s", client.id(), failure.getMessage());
                    return 0;
                })
                .chain(status -> {
                    boolean heard = status >= 200 && status < 300;
                    // 400 says that the client cannot sign the person out; telling it again changes nothing.
                    if (!heard && (status == BAD_REQUEST || notice.attempt() >= config.attempts())) {
                        LOG.warnf("Client %s is left alone with a sign-out; last status %d", client.id(), status);
                        return notices.done(notice.id());
                    }
                    return heard ? notices.done(notice.id()) : Uni.createFrom().voidItem();
                });
    }
}
