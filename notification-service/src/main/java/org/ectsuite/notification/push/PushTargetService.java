package org.ectsuite.notification.push;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.notification.template.MailKind;
import org.ectsuite.webedge.problem.ProblemException;
import org.ectsuite.webedge.version.Versions;
import org.jspecify.annotations.Nullable;

/** Lets people keep targets of their own, and administrators shared ones. */
@ApplicationScoped
class PushTargetService {

    private static final Duration BETWEEN_TRIALS = Duration.ofSeconds(3);

    private final PushTargetBook book;
    private final PushSender sender;
    private final AuditTrail audit;
    private final PushConfig config;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    PushTargetService(PushTargetBook book, PushSender sender, AuditTrail audit, PushConfig config, Clock clock) {
        this.book = book;
        this.sender = sender;
        this.audit = audit;
        this.config = config;
        this.clock = clock;
    }

    @WithSession
    Uni<PushTargetList> list(TargetKeeper keeper) {
        return book.of(keeper)
                .map(found ->
                        new PushTargetList(found.stream().map(this::view).toList(), keeper.kindNames(), limit(keeper)));
    }

    @WithSession
    Uni<PushTargetView> get(TargetKeeper keeper, UUID id) {
        return book.findById(id).map(found -> view(present(keeper, found)));
    }

    @WithTransaction
    Uni<IssuedTarget> add(TargetKeeper keeper, PushTargetRequest request) {
        if (limit(keeper) == 0) {
            throw new ProblemException(PushProblem.TARGETS_NOT_ALLOWED, "Ask an administrator for a shared one.");
        }
        PushTarget target = new PushTarget();
        target.id = UuidCreator.getTimeOrderedEpoch();
        target.owner = keeper.person();
        target.type = request.type();
        target.name = request.name();
        target.kinds(kinds(keeper, request.kinds()));
        write(keeper, target, request.locale(), request.zone());
        target.enabled = true;
        target.createdAt = clock.instant();
        String secret = request.type() == PushType.WEBHOOK ? WebhookSecret.random(random) : null;
        book.seal(target, secrets(request.type(), request.url(), request.topic(), request.token(), secret));
        return book.claim(keeper)
                .chain(() -> book.of(keeper))
                .chain(others -> {
                    if (others.size() >= limit(keeper)) {
                        throw new ProblemException(
                                PushProblem.TOO_MANY_TARGETS,
                                "There may be %d; remove one first.".formatted(limit(keeper)));
                    }
                    return book.persistAndFlush(target);
                })
                .chain(() -> audit.record(entry("push-target.added", target).after(told(target))))
                .map(done -> new IssuedTarget(view(target), secret));
    }

    @WithTransaction
    Uni<PushTargetView> change(TargetKeeper keeper, UUID id, long version, PushTargetChange change) {
        return locked(keeper, id).chain(target -> {
            Versions.check(version, target.version);
            AuditEntry entry = entry("push-target.changed", target).before(told(target));
            TargetSecrets before = book.unseal(target);
            TargetSecrets after = secrets(
                    target.type,
                    change.url(),
                    change.topic(),
                    change.token() == null ? keptToken(before, change.url()) : change.token(),
                    before.secret());
            target.name = change.name();
            target.kinds(kinds(keeper, change.kinds()));
            write(keeper, target, change.locale(), change.zone());
            if (change.enabled() && !target.enabled) {
                target.health(TargetHealth.GOOD);
                target.lastError = null;
            }
            target.enabled = change.enabled();
            target.disabledReason = change.enabled() ? null : target.disabledReason;
            target.version++;
            book.seal(target, after);
            return book.flush()
                    .chain(() -> audit.record(entry.after(told(target))))
                    .map(done -> view(target));
        });
    }

    @WithTransaction
    Uni<Void> remove(TargetKeeper keeper, UUID id) {
        return locked(keeper, id).chain(target -> {
            AuditEntry entry = entry("push-target.removed", target).before(told(target));
            return book.delete("id", id).chain(() -> audit.record(entry));
        });
    }

    /** Makes a new secret; the one before signs nothing any more. */
    @WithTransaction
    Uni<IssuedTarget> renewSecret(TargetKeeper keeper, UUID id) {
        return locked(keeper, id).chain(target -> {
            TargetSecrets before = book.unseal(target);
            if (before.secret() == null) {
                throw new ProblemException(PushProblem.NO_SIGNING_SECRET, "Messages to ntfy are not signed.");
            }
            String secret = WebhookSecret.random(random);
            book.seal(target, new TargetSecrets(before.url(), before.topic(), before.token(), secret));
            target.version++;
            return book.flush()
                    .chain(() -> audit.record(entry("push-target.secret-renewed", target)))
                    .map(done -> new IssuedTarget(view(target), secret));
        });
    }

    /** The target, to be tried; not more often than every few seconds, or somebody else's server would feel it. */
    @WithTransaction
    Uni<OpenTarget> toBeTried(TargetKeeper keeper, UUID id) {
        Instant now = clock.instant();
        return locked(keeper, id).map(target -> {
            if (target.triedAt != null && now.isBefore(target.triedAt.plus(BETWEEN_TRIALS))) {
                throw new ProblemException(PushProblem.TRIED_JUST_NOW, "Try again in a few seconds.");
            }
            target.triedAt = now;
            return book.open(target);
        });
    }

    private Uni<PushTarget> locked(TargetKeeper keeper, UUID id) {
        return book.findById(id, LockModeType.PESSIMISTIC_WRITE).map(found -> present(keeper, found));
    }

    private PushTargetView view(PushTarget target) {
        return PushTargetView.of(target, book.unseal(target));
    }

    private int limit(TargetKeeper keeper) {
        if (keeper.person() == null) {
            return config.maxShared();
        }
        return config.personal() ? config.maxPerPerson() : 0;
    }

    private TargetSecrets secrets(
            PushType type, String url, @Nullable String topic, @Nullable String token, @Nullable String secret) {
        TargetUrl checked;
        try {
            checked = sender.check(url);
        } catch (UrlRefusedException e) {
            throw ProblemException.invalid("url", String.valueOf(e.getMessage()));
        }
        switch (type) {
            case WEBHOOK -> {
                if (topic != null || token != null) {
                    throw ProblemException.invalid(topic == null ? "token" : "topic", "is for ntfy alone");
                }
            }
            case NTFY -> {
                if (topic == null) {
                    throw ProblemException.invalid("topic", "must be given for ntfy");
                }
                if (!checked.resource().equals("/")) {
                    throw ProblemException.invalid("url", "must be the address of the server, without a path");
                }
            }
        }
        return new TargetSecrets(url, topic, token, secret);
    }

    /** A token is for the server that it was given for. */
    private @Nullable String keptToken(TargetSecrets before, String url) {
        try {
            return sender.check(url).origin().equals(sender.check(before.url()).origin()) ? before.token() : null;
        } catch (UrlRefusedException e) {
            return null;
        }
    }

    private static Set<MailKind> kinds(TargetKeeper keeper, List<String> names) {
        Set<MailKind> kinds = EnumSet.noneOf(MailKind.class);
        for (String name : names) {
            kinds.add(MailKind.of(name)
                    .filter(keeper.kinds()::contains)
                    .orElseThrow(() -> ProblemException.invalid("kinds", "names a kind that does not go there")));
        }
        return kinds;
    }

    private static void write(TargetKeeper keeper, PushTarget target, @Nullable String locale, @Nullable String zone) {
        if (keeper.person() != null && (locale != null || zone != null)) {
            throw ProblemException.invalid("locale", "and zone are your own, as your profile has them");
        }
        if (zone != null) {
            try {
                Objects.requireNonNull(ZoneId.of(zone));
            } catch (DateTimeException e) {
                throw ProblemException.invalid("zone", "is not an IANA time zone");
            }
        }
        target.locale = locale;
        target.zone = zone;
    }

    private static PushTarget present(TargetKeeper keeper, @Nullable PushTarget found) {
        // Somebody else's target is none.
        if (found == null || !Objects.equals(found.owner, keeper.person())) {
            throw ProblemException.notFound("There is no such target.");
        }
        return found;
    }

    private static AuditEntry entry(String action, PushTarget target) {
        return AuditEntry.of(action, "push-target", target.id.toString());
    }

    /** What the audit trail may know: the server, but no path, topic or token. */
    private Map<String, Object> told(PushTarget target) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("type", target.type);
        told.put("name", target.name);
        told.put("server", origin(target));
        told.put("kinds", target.kinds().stream().map(MailKind::wireName).toList());
        told.put("enabled", target.enabled);
        return told;
    }

    private String origin(PushTarget target) {
        try {
            return sender.check(book.unseal(target).url()).origin();
        } catch (UrlRefusedException e) {
            // It was allowed when it was added.
            return "not allowed any more";
        }
    }
}
