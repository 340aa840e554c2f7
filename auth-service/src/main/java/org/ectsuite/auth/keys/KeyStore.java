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
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ectsuite.audit.AuditActor;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.auth.revocation.RevocationLedger;
import org.ectsuite.secrets.SecretBox;
import org.jboss.logging.Logger;

/** Keeps the signing keys, their private parts sealed, and takes the steps that the policy says are due. */
@ApplicationScoped
class KeyStore implements PanacheRepositoryBase<StoredKey, String> {

    private static final Logger LOG = Logger.getLogger(KeyStore.class);
    private static final String OBJECT = "signing-key";
    /** What a deed that concerns all keys is recorded for. */
    private static final String ALL_KEYS = "all";
    /** Names this lock among the advisory locks of the database. */
    private static final String LOCK = "select pg_advisory_xact_lock(hashtextextended('ect.auth.signing-keys', 0))";

    private final RotationPolicy policy;
    private final RevocationLedger revocations;
    private final SecretBox box;
    private final AuditTrail audit;
    private final Vertx vertx;
    private final Clock clock;

    KeyStore(
            KeysConfig config,
            RevocationLedger revocations,
            SecretBox box,
            AuditTrail audit,
            Vertx vertx,
            Clock clock) {
        this.policy = new RotationPolicy(
                config.signingLife(), config.publishAhead(), config.announcement(), config.retirement());
        this.revocations = revocations;
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

    /** All keys, those that are gone last; each with what will become of it. */
    @WithTransaction
    Uni<List<KeyView>> list() {
        return all().map(this::views);
    }

    /** Keys of each kind take over as soon as everybody can know them. */
    @WithTransaction
    Uni<List<KeyView>> hurry() {
        return lockedKeys()
                .chain(keys -> {
                    Uni<Void> steps = Uni.createFrom().voidItem();
                    for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
                        steps = steps.chain(() -> hurry(algorithm, keys));
                    }
                    return steps;
                })
                .chain(() -> audit.record(AuditEntry.of("signing-keys.rotated", OBJECT, ALL_KEYS)))
                .chain(this::all)
                .chain(this::takeDueSteps)
                .map(this::views);
    }

    private Uni<Void> hurry(SigningAlgorithm algorithm, List<StoredKey> keys) {
        return keys.stream()
                .filter(key -> key.algorithm == algorithm && key.state == KeyState.NEXT)
                .findFirst()
                .map(next -> {
                    next.hurried = true;
                    return flush();
                })
                .orElseGet(() -> create(algorithm, KeyState.NEXT, clock.instant(), true));
    }

    /** Somebody else may hold our keys: they are gone at once, with all that they signed, and others sign instead. */
    @WithTransaction
    Uni<List<KeyView>> revokeAll() {
        return lockedKeys()
                .chain(keys -> {
                    List<StoredKey> living = keys.stream()
                            .filter(key -> key.state != KeyState.GONE)
                            .toList();
                    Uni<Void> steps = Uni.createFrom().voidItem();
                    for (StoredKey key : living) {
                        steps = steps.chain(() -> revoke(key));
                    }
                    return steps.replaceWith(living.stream().map(key -> key.kid).toList());
                })
                .chain(kids -> audit.record(
                        AuditEntry.of("signing-keys.revoked", OBJECT, ALL_KEYS).before(Map.of("keys", kids))))
                .chain(this::all)
                .chain(this::takeDueSteps)
                .map(this::views);
    }

    private Uni<Void> revoke(StoredKey key) {
        return change(key.kid, gone -> {
                    gone.state = KeyState.GONE;
                    gone.goneAt = clock.instant();
                    gone.privateSealed = null;
                    gone.revoked = true;
                })
                .chain(() -> revocations.revokeKey(key.kid));
    }

    private Uni<List<StoredKey>> turnAlone() {
        return lockedKeys().chain(this::takeDueSteps);
    }

    /** The keys, which nobody else changes until the transaction ends. */
    private Uni<List<StoredKey>> lockedKeys() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Object.class)
                        .getResultList()
                        // What was read before the lock may be old.
                        .invoke(session::clear))
                .chain(this::all);
    }

    private Uni<List<StoredKey>> takeDueSteps(List<StoredKey> keys) {
        Uni<Void> steps = Uni.createFrom().voidItem();
        for (Due due : due(keys)) {
            steps = steps.chain(() -> take(due));
        }
        return steps.chain(this::all);
    }

    private Uni<Void> take(Due due) {
        Instant now = clock.instant();
        return switch (due.step()) {
            case RotationPolicy.Step.CreateActive ignored -> create(due.algorithm(), KeyState.ACTIVE, now, false);
            case RotationPolicy.Step.CreateNext ignored -> create(due.algorithm(), KeyState.NEXT, now, false);
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

    private Uni<Void> create(SigningAlgorithm algorithm, KeyState state, Instant now, boolean hurried) {
        return generate(algorithm).chain(fresh -> {
            StoredKey key = new StoredKey();
            key.kid = fresh.kid();
            key.algorithm = algorithm;
            key.state = state;
            key.publicJwk = fresh.publicJwk();
            key.privateSealed = box.seal(fresh.pkcs8(), context(fresh.kid()));
            key.hurried = hurried;
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
        return audit.record(
                AuditEntry.of("signing-key." + key.state.name().toLowerCase(java.util.Locale.ROOT), OBJECT, key.kid)
                        .actor(AuditActor.service("auth-service")));
    }

    private Uni<List<StoredKey>> all() {
        return list("order by publishedAt, kid");
    }

    private List<Due> due(List<StoredKey> keys) {
        Instant now = clock.instant();
        List<Due> all = new ArrayList<>();
        for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
            policy.due(of(algorithm, keys), now).forEach(step -> all.add(new Due(algorithm, step)));
        }
        return all;
    }

    private static List<RotationPolicy.Key> of(SigningAlgorithm algorithm, List<StoredKey> keys) {
        return keys.stream()
                .filter(key -> key.algorithm == algorithm)
                .map(StoredKey::forPolicy)
                .toList();
    }

    private List<KeyView> views(List<StoredKey> keys) {
        return keys.stream()
                .sorted(Comparator.<StoredKey, KeyState>comparing(key -> key.state)
                        .thenComparing(key -> key.publishedAt, Comparator.reverseOrder())
                        .thenComparing(key -> key.algorithm)
                        .thenComparing(key -> key.kid))
                .map(key -> KeyView.of(
                        key,
                        policy.changes(key.forPolicy(), of(key.algorithm, keys)).orElse(null)))
                .toList();
    }

    private KeyRing ring(List<StoredKey> keys) {
        Map<SigningAlgorithm, SigningKey> active = new EnumMap<>(SigningAlgorithm.class);
        Map<String, PublicKey> known = new HashMap<>();
        for (StoredKey key : keys) {
            if (!key.revoked) {
                known.put(key.kid, KeyPairs.publicKey(key.publicJwk));
            }
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

    static String context(String kid) {
        return "signing-key:" + kid;
    }
}
