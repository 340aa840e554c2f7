package org.ectsuite.auth.keys;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.secrets.SecretBox;
import org.jboss.logging.Logger;

/** Keeps the signing keys, their private parts sealed, and takes the steps that the policy says are due. */
@ApplicationScoped
class KeyStore implements PanacheRepositoryBase<StoredKey, String> {

    private static final Logger LOG = Logger.getLogger(KeyStore.class);
    /** Names this lock among the advisory locks of the database. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('ect.auth.signing-keys', 0))";

    private final RotationPolicy policy;
    private final SecretBox box;
    private final AuditTrail audit;
    private final Vertx vertx;
    private final Clock clock;

    KeyStore(KeysConfig config, SecretBox box, AuditTrail audit, Vertx vertx, Clock clock) {
        this.policy = new RotationPolicy(config.signingLife(), config.publishAhead(), config.retirement());
        this.box = box;
        this.audit = audit;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** Does what is due and reads the keys. However many replicas call at once, each step is taken once. */
    @WithTransaction
    Uni<KeyRing> turn() {
        return all().chain(seen -> due(seen).isEmpty() ? Uni.createFrom().item(seen) : turnAlone())
                .map(this::ring);
    }

    private Uni<List<StoredKey>> turnAlone() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Object.class)
                        .getResultList()
                        // What was read before the lock may be old.
                        .invoke(session::clear))
                .chain(this::all)
                .chain(keys -> {
                    Uni<Void> steps = Uni.createFrom().voidItem();
                    for (Due due : due(keys)) {
                        steps = steps.chain(() -> take(due));
                    }
                    return steps;
                })
                .chain(this::all);
    }

    private Uni<Void> take(Due due) {
        Instant now = clock.instant();
        return switch (due.step()) {
            case RotationPolicy.Step.CreateActive ignored -> create(due.algorithm(), KeyState.ACTIVE, now);
            case RotationPolicy.Step.CreateNext ignored -> create(due.algorithm(), KeyState.NEXT, now);
            case RotationPolicy.Step.Promote(String next, String active) ->
                // One after the other: the database refuses two active keys even for a moment.
                change(active, key -> {
                            key.state = KeyState.RETIRING;
                            key.retiringAt = now;
                        })
                        .chain(() -> change(next, key -> {
                            key.state = KeyState.ACTIVE;
                            key.activeAt = now;
                        }));
            case RotationPolicy.Step.Erase(String kid) ->
                change(kid, key -> {
                    key.state = KeyState.GONE;
                    key.goneAt = now;
                    key.privateSealed = null;
                });
        };
    }

    private Uni<Void> create(SigningAlgorithm algorithm, KeyState state, Instant now) {
        return generate(algorithm).chain(fresh -> {
            StoredKey key = new StoredKey();
            key.kid = fresh.kid();
            key.algorithm = algorithm;
            key.state = state;
            key.publicJwk = fresh.publicJwk();
            key.privateSealed = box.seal(fresh.pkcs8(), context(fresh.kid()));
            key.publishedAt = now;
            key.activeAt = state == KeyState.ACTIVE ? now : null;
            return persistAndFlush(key).chain(() -> record(key));
        });
    }

    /** On a worker thread; what follows is back on the context of the database session. */
    private Uni<KeyPairs.Fresh> generate(SigningAlgorithm algorithm) {
        return Uni.createFrom()
                .completionStage(() -> vertx.getOrCreateContext()
                        .executeBlocking(() -> KeyPairs.generate(algorithm), false)
                        .toCompletionStage());
    }

    private Uni<Void> change(String kid, java.util.function.Consumer<StoredKey> change) {
        return findById(kid).invoke(change).call(this::flush).chain(this::record);
    }

    private Uni<Void> record(StoredKey key) {
        LOG.infof("Signing key %s is now %s", key.kid, key.state);
        return audit.record(AuditEntry.of(
                        "signing-key." + key.state.name().toLowerCase(java.util.Locale.ROOT), "signing-key", key.kid)
                .actor(AuditActor.service("auth-service")));
    }

    private Uni<List<StoredKey>> all() {
        return list("order by publishedAt, kid");
    }

    private List<Due> due(List<StoredKey> keys) {
        Instant now = clock.instant();
        List<Due> all = new ArrayList<>();
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            List<RotationPolicy.Key> own = keys.stream()
                    .filter(key -> key.algorithm == algorithm)
                    .map(StoredKey::forPolicy)
                    .toList();
            policy.due(own, now).forEach(step -> all.add(new Due(algorithm, step)));
        }
        return all;
    }

    private KeyRing ring(List<StoredKey> keys) {
        Map<SigningAlgorithm, SigningKey> active = new EnumMap<>(SigningAlgorithm.class);
        Map<String, PublicKey> known = new HashMap<>();
        for (StoredKey key : keys) {
            known.put(key.kid, KeyPairs.publicKey(key.publicJwk));
            byte[] sealed = key.privateSealed;
            if (key.state == KeyState.ACTIVE && sealed != null) {
                active.put(key.algorithm, signing(key, sealed));
            }
        }
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            if (!active.containsKey(algorithm)) {
                throw new IllegalStateException("There is no active signing key for " + algorithm);
            }
        }
        return new KeyRing(
                Map.copyOf(active),
                KeyPairs.jwks(keys.stream()
                        .filter(key -> key.state != KeyState.GONE)
                        .map(key -> key.publicJwk)
                        .toList()),
                Map.copyOf(known));
    }

    private SigningKey signing(StoredKey key, byte[] sealed) {
        return new SigningKey(
                key.kid, key.algorithm, KeyPairs.privateKey(key.algorithm, box.open(sealed, context(key.kid))));
    }

    /** A step of the keys of one algorithm. */
    private record Due(SigningAlgorithm algorithm, RotationPolicy.Step step) {}

    private static String context(String kid) {
        return "signing-key:" + kid;
    }
}
