package org.ectsuite.auth.keys;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
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
    private final Clock clock;

    KeyStore(KeysConfig config, SecretBox box, AuditTrail audit, Clock clock) {
        this.policy = new RotationPolicy(config.signingLife(), config.publishAhead(), config.retirement());
        this.box = box;
        this.audit = audit;
        this.clock = clock;
    }

    /** Does what is due and reads the keys. However many replicas call at once, each step is taken once. */
    @WithTransaction
    Uni<KeyRing> turn() {
        return living().chain(seen -> due(seen).isEmpty() ? Uni.createFrom().item(seen) : turnAlone())
                .map(this::ring);
    }

    private Uni<List<StoredKey>> turnAlone() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Object.class)
                        .getResultList()
                        // What was read before the lock may be old.
                        .invoke(session::clear))
                .chain(this::living)
                .chain(keys -> {
                    Uni<Void> steps = Uni.createFrom().voidItem();
                    for (RotationPolicy.Step step : due(keys)) {
                        steps = steps.chain(() -> take(step));
                    }
                    return steps;
                })
                .chain(this::living);
    }

    private Uni<Void> take(RotationPolicy.Step step) {
        Instant now = clock.instant();
        return switch (step) {
            case RotationPolicy.Step.CreateActive ignored -> create(KeyState.ACTIVE, now);
            case RotationPolicy.Step.CreateNext ignored -> create(KeyState.NEXT, now);
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

    private Uni<Void> create(KeyState state, Instant now) {
        KeyPairs.Fresh fresh = KeyPairs.generate();
        StoredKey key = new StoredKey();
        key.kid = fresh.kid();
        key.state = state;
        key.publicJwk = fresh.publicJwk();
        key.privateSealed = box.seal(fresh.pkcs8(), context(fresh.kid()));
        key.publishedAt = now;
        key.activeAt = state == KeyState.ACTIVE ? now : null;
        return persistAndFlush(key).chain(() -> record(key));
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

    private Uni<List<StoredKey>> living() {
        return list("state <> ?1 order by publishedAt, kid", KeyState.GONE);
    }

    private List<RotationPolicy.Step> due(List<StoredKey> keys) {
        return policy.due(keys.stream().map(StoredKey::forPolicy).toList(), clock.instant());
    }

    private KeyRing ring(List<StoredKey> keys) {
        StoredKey active = keys.stream()
                .filter(key -> key.state == KeyState.ACTIVE)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no active signing key"));
        byte[] sealed = active.privateSealed;
        if (sealed == null) {
            throw new IllegalStateException("The active signing key has no private part");
        }
        return new KeyRing(
                new SigningKey(active.kid, KeyPairs.privateKey(box.open(sealed, context(active.kid)))),
                KeyPairs.jwks(keys.stream().map(key -> key.publicJwk).toList()));
    }

    private static String context(String kid) {
        return "signing-key:" + kid;
    }
}
