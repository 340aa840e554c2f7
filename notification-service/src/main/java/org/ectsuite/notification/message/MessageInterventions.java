package org.ectsuite.notification.message;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.webedge.problem.ProblemException;

/** Lets administrators intervene: retry, cancel, discard, one message or many. */
@ApplicationScoped
class MessageInterventions {

    private final MessageRepository messages;
    private final AuditTrail audit;
    private final Deadlines deadlines;
    private final Clock clock;

    MessageInterventions(MessageRepository messages, AuditTrail audit, Deadlines deadlines, Clock clock) {
        this.messages = messages;
        this.audit = audit;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Intervenes with one message; refuses what its status does not allow. */
    @WithTransaction
    Uni<MessageDetail> one(UUID id, Intervention what) {
        Instant now = clock.instant();
        return messages.lock(id)
                .map(MessageRepository::present)
                .call(message -> sendable(what, List.of(message), now).invoke(sendable -> {
                    check(message, what);
                    if (!sendable.contains(id)) {
                        throw new ProblemException(
                                MessageProblem.CONTENT_GONE, "The message's time is over, or its content was dropped.");
                    }
                }))
                .call(message -> {
                    AuditEntry entry = AuditEntry.of(what.action(), "message", id.toString())
                            .before(state(message));
                    return messages.store(what.apply(message, now, deadlines))
                            .chain(() -> audit.record(entry.after(state(message))));
                })
                .call(messages::flush)
                .call(message -> messages.dropContent(message.status.isFinal() ? List.of(id) : List.of()))
                .chain(messages::detail);
    }

    /** Intervenes with many; passes over those to which it cannot be done. */
    @WithTransaction
    Uni<BulkResult> many(BulkRequest request) {
        Instant now = clock.instant();
        Intervention what = request.action();
        return chosen(request).chain(found -> {
            List<Message> fitting = found.stream().filter(what::fits).toList();
            return sendable(what, fitting, now).chain(sendable -> {
                List<Message> changed = fitting.stream()
                        .filter(message -> sendable.contains(message.id))
                        .toList();
                BulkResult result = new BulkResult(
                        changed.size(),
                        request.asked(found.size()) - changed.size(),
                        request.ids() == null && found.size() == BulkRequest.MAX && !changed.isEmpty());
                return changed.isEmpty() ? Uni.createFrom().item(result) : apply(request, changed, now, result);
            });
        });
    }

    private Uni<BulkResult> apply(BulkRequest request, List<Message> changed, Instant now, BulkResult result) {
        Intervention what = request.action();
        List<UUID> ids = changed.stream().map(message -> message.id).toList();
        Object[] steps = changed.stream()
                .map(message -> what.apply(message, now, deadlines))
                .toArray();
        List<UUID> done = changed.stream()
                .filter(message -> message.status.isFinal())
                .map(message -> message.id)
                .toList();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("count", ids.size());
        told.put("messages", ids);
        return messages.store(steps)
                .chain(messages::flush)
                .chain(() -> messages.dropContent(done))
                .chain(() -> audit.record(
                        AuditEntry.of(what.action(), "messages", "bulk").after(told)))
                .replaceWith(result);
    }

    private Uni<List<Message>> chosen(BulkRequest request) {
        List<UUID> ids = request.ids();
        return ids == null
                ? messages.lockOldest(
                        MessageLifecycle.from(request.action().event()),
                        request.mailKind(),
                        request.lane(),
                        BulkRequest.MAX)
                : messages.lockAll(ids);
    }

    /** Which of the messages still have what a retry needs; for anything else, all of them. */
    private Uni<Set<UUID>> sendable(Intervention what, List<Message> among, Instant now) {
        List<UUID> ids = among.stream()
                .filter(message -> what != Intervention.RETRY || !message.expired(now))
                .map(message -> message.id)
                .toList();
        if (what != Intervention.RETRY || ids.isEmpty()) {
            return Uni.createFrom().item(Set.copyOf(ids));
        }
        return messages.withContent(ids).map(found -> found.stream().collect(Collectors.toUnmodifiableSet()));
    }

    private static Map<String, Object> state(Message message) {
        return Map.of("kind", message.kind.wireName(), "status", message.status);
    }

    private static void check(Message message, Intervention what) {
        if (!what.fits(message)) {
            throw new ProblemException(
                            MessageProblem.ILLEGAL_TRANSITION,
                            "The message is %s.".formatted(message.status.name().toLowerCase(Locale.ROOT)))
                    .with("messageStatus", message.status);
        }
    }
}
