package org.ectsuite.auth.keys;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.security.PublicKey;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The signing keys as this process knows them: at most a minute behind the database, which the policy's periods allow
 * for.
 */
@ApplicationScoped
public class SigningKeys {

    /** Before anything that asks for the keys. */
    private static final int EARLY = Interceptor.Priority.PLATFORM_BEFORE + 100;

    private final KeyStore store;
    private volatile @Nullable KeyRing ring;

    SigningKeys(KeyStore store) {
        this.store = store;
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
