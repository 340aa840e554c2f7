package org.ectsuite.notification.push;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.notification.message.CopyBook;
import org.ectsuite.notification.template.MailKind;
import org.ectsuite.secrets.SecretBox;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The stored targets: who gets copies of what, and how the targets do. */
@ApplicationScoped
public class PushTargetBook implements PanacheRepositoryBase<PushTarget, UUID>, CopyBook {

    private static final Logger LOG = Logger.getLogger(PushTargetBook.class);
    private static final int ERROR_LIMIT = 400;

    private final SecretBox box;
    private final ObjectMapper mapper;
    private final AuditTrail audit;
    private final PushConfig config;
    private final Clock clock;

    PushTargetBook(SecretBox box, ObjectMapper mapper, AuditTrail audit, PushConfig config, Clock clock) {
        this.box = box;
        this.mapper = mapper;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Uni<List<Copy>> of(MailKind kind, @Nullable UUID person) {
        if (!TargetKeeper.canGet(kind)) {
            return Uni.createFrom().item(List.of());
        }
        // In one order for everybody: whoever stores copies holds a lock on each of them.
        return find(
                        "enabled and kinds like ?1 and (owner is null or owner = ?2)",
                        Sort.by("id"),
                        "%," + kind.wireName() + ",%",
                        person == null ? new UUID(0, 0) : person)
                .list()
                .map(found -> found.stream()
                        .filter(target -> new TargetKeeper(target.owner).kinds().contains(kind))
                        .map(target -> new Copy(target.id, target.name, target.owner))
                        .toList());
    }

    /** The target, unsealed; empty if it is no more. */
    @WithSession
    public Uni<Optional<OpenTarget>> open(UUID id) {
        return findById(id).map(found -> Optional.ofNullable(found).map(this::open));
    }

    /** The target got a message. */
    @WithTransaction
    public Uni<Void> delivered(UUID id) {
        return locked(id, target -> {
            target.health(TargetHealth.GOOD);
            target.lastError = null;
            target.deliveredAt = clock.instant();
            return Uni.createFrom().voidItem();
        });
    }

    /** The target did not get a message; whoever fails too often and for too long is switched off. */
    @WithTransaction
    public Uni<Void> failed(UUID id, PushOutcome outcome) {
        Instant now = clock.instant();
        String why = outcome.words()
                .substring(0, Math.min(ERROR_LIMIT, outcome.words().length()));
        return locked(id, target -> {
            target.health(target.health().failed(now));
            target.lastError = why;
            if (outcome instanceof PushOutcome.Gone) {
                return switchOff(target, "The server says that this address is no more. " + why);
            }
            if (target.health().hopeless(now, config.disableAfterFailures(), config.disableAfter())) {
                return switchOff(target, "Switched off after %d failures in a row. %s".formatted(target.failures, why));
            }
            return Uni.createFrom().voidItem();
        });
    }

    OpenTarget open(PushTarget target) {
        return new OpenTarget(
                target.id,
                target.owner,
                target.type,
                target.enabled,
                target.disabledReason,
                target.locale,
                target.zone,
                unseal(target));
    }

    TargetSecrets unseal(PushTarget target) {
        try {
            return mapper.readValue(box.open(target.sealed, PushTarget.context(target.id)), TargetSecrets.class);
        } catch (IOException e) {
            // Jackson's message may quote the content.
            throw new UncheckedIOException(
                    "not the secrets of a target", new IOException(e.getClass().getName()));
        }
    }

    void seal(PushTarget target, TargetSecrets secrets) {
        try {
            target.sealed = box.seal(mapper.writeValueAsBytes(secrets), PushTarget.context(target.id));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of texts can be written as JSON", e);
        }
    }

    /** Lets one transaction at a time add targets of this keeper. */
    Uni<Void> claim(TargetKeeper keeper) {
        return getSession()
                .chain(session -> session.createNativeQuery(
                                "SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))) locked",
                                Integer.class)
                        .setParameter("key", "push-targets of " + keeper.person())
                        .getSingleResult())
                .replaceWithVoid();
    }

    Uni<List<PushTarget>> of(TargetKeeper keeper) {
        return keeper.person() == null
                ? find("owner is null", Sort.by("id")).list()
                : find("owner = ?1", Sort.by("id"), keeper.person()).list();
    }

    private Uni<Void> switchOff(PushTarget target, String reason) {
        boolean was = target.enabled;
        target.enabled = false;
        target.disabledReason = reason;
        if (!was) {
            return Uni.createFrom().voidItem();
        }
        LOG.warnf("Target %s is switched off after %d failures in a row", target.id, target.failures);
        return audit.record(AuditEntry.of("push-target.switched-off", "push-target", target.id.toString())
                .after(Map.of("failures", target.failures)));
    }

    private Uni<Void> locked(UUID id, Function<PushTarget, Uni<Void>> change) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE)
                .chain(target -> target == null ? Uni.createFrom().voidItem() : change.apply(target));
    }
}
