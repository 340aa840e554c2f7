package org.ectsuite.auth.keys;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.security.PublicKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ectsuite.tokensecurity.RevocationsChanged;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The signing keys as this process knows them: at most a minute behind the database, which the policy's periods allow
 * for; a few seconds when keys were withdrawn.
 */
@ApplicationScoped
public class SigningKeys {

    /** Before anything that asks for the keys. */
    private static final int EARLY = Interceptor.Priority.PLATFORM_BEFORE + 100;

    private static final Logger LOG = Logger.getLogger(SigningKeys.class);

    private final KeyStore store;
    private final Vertx vertx;
    private volatile @Nullable KeyRing ring;

    SigningKeys(KeyStore store, Vertx vertx) {
        this.store = store;
        this.vertx = vertx;
    }

    /** A service that cannot sign must not start. */
    void start(@Observes @Priority(EARLY) StartupEvent event) throws Throwable {
        VertxContextSupport.subscribeAndAwait(this::refresh);
    }

    @Scheduled(
            identity = "signing-keys",
            every = "${ect.auth.keys.check-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> refresh() {
        return store.turn().invoke(turned -> ring = turned).replaceWithVoid();
    }

    /** Another replica may have withdrawn the keys that this one still signs with. */
    void revocationsChanged(@Observes RevocationsChanged changed) {
        // Whoever announces it need not stand on a context of its own, which a database session wants.
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(now -> refresh()
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.warnf(
                                "The signing keys could not be read, a minute later they will: %s",
                                failure.getMessage())));
    }

    /** New keys take over as soon as everybody can know them. */
    Uni<List<KeyView>> rotate() {
        return store.hurry().call(this::refresh);
    }

    /** The keys, and all that they signed, count no more. */
    Uni<List<KeyView>> revokeAll() {
        return store.revokeAll().call(this::refresh);
    }

    /** The key that signs access tokens. */
    public SigningKey active() {
        return active(SigningAlgorithm.ES256);
    }

    /** The key to sign with in a given way. */
    public SigningKey active(SigningAlgorithm algorithm) {
        return Objects.requireNonNull(known().active().get(algorithm));
    }

    /** The public part of a key that we sign with or ever signed with. */
    public Optional<PublicKey> find(String kid) {
        return Optional.ofNullable(known().known().get(kid));
    }

    /** The published key set as JSON. */
    public String jwks() {
        return known().jwks();
    }

    private KeyRing known() {
        KeyRing known = ring;
        if (known == null) {
            throw new IllegalStateException("The signing keys are not read yet");
        }
        return known;
    }
}
