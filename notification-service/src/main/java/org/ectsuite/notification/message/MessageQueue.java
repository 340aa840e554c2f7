package org.ectsuite.notification.message;

import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ectsuite.notification.template.MailDataReader;
import org.ectsuite.secrets.SecretBox;
import org.ectsuite.secrets.UnreadableSecretException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The queue as workers see it. Any number of workers of any number of replicas may take from it: a message belongs to
 * the one that claimed it until its lease runs out, and only that one can say what became of it.
 */
@ApplicationScoped
public class MessageQueue {

    private static final Logger LOG = Logger.getLogger(MessageQueue.class);
    private static final int ERROR_LIMIT = 500;
    private static final int FAILURES_SHOWN = 50;
    private static final int BATCH = 500;

    /** Rows that another worker is about to take are passed over, not waited for. */
    private static final String DUE = """
            SELECT * FROM message
            WHERE lane = :lane AND status IN ('QUEUED', 'DEFERRED', 'SENDING') AND due_at <= :now
                AND digest_at IS NULL
            ORDER BY due_at, id
            LIMIT :limit
            FOR UPDATE SKIP LOCKED
            """;

    private static final String EXPIRED = """
            SELECT * FROM message
            WHERE status IN ('QUEUED', 'DEFERRED', 'DEAD') AND expires_at <= :now
            ORDER BY expires_at
            LIMIT :limit
            FOR UPDATE SKIP LOCKED
            """;

    /** What waits or is under way is no log, however old. Files, steps and reports go with their message. */
    private static final String OLD_LOG = """
            DELETE FROM message WHERE id IN (
                SELECT id FROM message
                WHERE created_at < :before AND status NOT IN ('QUEUED', 'DEFERRED', 'SENDING')
                ORDER BY created_at
                LIMIT :limit
                FOR UPDATE SKIP LOCKED)
            """;

    private final MessageRepository messages;
    private final MailDataReader reader;
    private final SecretBox box;
    private final MessageConfig config;
    private final Clock clock;

    MessageQueue(MessageRepository messages, MailDataReader reader, SecretBox box, MessageConfig config, Clock clock) {
        this.messages = messages;
        this.reader = reader;
        this.box = box;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Takes the messages that are due, at most so many. What is past its time is put aside on the way and not given out.
     *
     * @param lease for how long they belong to the caller
     */
    @WithTransaction
    public Uni<List<ClaimedMessage>> claim(Lane lane, int limit, Duration lease) {
        Instant now = clock.instant();
        return messages.getSession()
                .chain(session -> session.createNativeQuery(DUE, Message.class)
                        .setParameter("lane", lane.name())
                        .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .setParameter("limit", limit)
                        .getResultList())
                .chain(due -> due.isEmpty() ? Uni.createFrom().item(List.of()) : take(due, now, lease));
    }

    /**
     * The relay has taken the mail over: it is through, and its content goes.
     *
     * @param address where it went; null if it is no mail
     */
    @WithTransaction
    public Uni<Void> sent(ClaimedMessage claim, String subject, @Nullable String address) {
        Instant now = clock.instant();
        return messages.lock(claim.id()).chain(message -> {
            if (message == null || !MessageLifecycle.allows(message.status, MessageEvent.ACCEPT)) {
                LOG.warnf("Message %s was sent, but is closed already", claim.id());
                return Uni.createFrom().voidItem();
            }
            message.sentAt = now;
            message.subject = subject;
            message.recipientAddress = address == null ? message.recipientAddress : address;
            message.lastError = null;
            message.failures = 0;
            MessageTransition step = message.happen(MessageEvent.ACCEPT, now, null);
            return messages.store(step).chain(messages::flush).chain(() -> messages.dropContent(List.of(message.id)));
        });
    }

    /**
     * The attempt failed; there will be another.
     *
     * @param next when
     * @param ownFailure whether the failure was the mail's own, which lengthens the next pause
     */
    @WithTransaction
    public Uni<Void> defer(ClaimedMessage claim, Instant next, boolean ownFailure, String why) {
        return settle(claim, MessageEvent.DEFER, why, message -> {
                    message.dueAt = next;
                    message.failures += ownFailure ? 1 : 0;
                })
                .replaceWithVoid();
    }

    /** It waits for the recipient's digest, in which {@link DigestQueue} puts it. */
    @WithTransaction
    public Uni<Void> collect(ClaimedMessage claim, Instant at) {
        return settle(claim, MessageEvent.DEFER, "Waits for the recipient's daily digest", message -> {
                    message.dueAt = at;
                    message.digestAt = at;
                })
                .replaceWithVoid();
    }

    /** There will be no further attempt, unless an administrator wants one. */
    @WithTransaction
    public Uni<Void> bury(ClaimedMessage claim, String why) {
        return settle(claim, MessageEvent.BURY, why, message -> {}).replaceWithVoid();
    }

    /** It is deliberately not sent; its content goes. */
    @WithTransaction
    public Uni<Void> suppress(ClaimedMessage claim, String why) {
        return settle(claim, MessageEvent.SUPPRESS, why, message -> {})
                .chain(settled -> settled
                        ? messages.flush().chain(() -> messages.dropContent(List.of(claim.id())))
                        : Uni.createFrom().voidItem());
    }

    /** A message that was reported after it had been sent, and the address it had gone to. */
    public record Returned(UUID id, String address) {}

    /**
     * Notes what a server reported of a message after it was sent; null if none of the ids is a sent message of ours.
     *
     * @param complaint whether the recipient did not want it; otherwise it could not be delivered
     */
    @WithTransaction
    public Uni<@Nullable Returned> returned(List<UUID> ids, boolean complaint, String why) {
        Instant now = clock.instant();
        MessageEvent event = complaint ? MessageEvent.COMPLAIN : MessageEvent.BOUNCE;
        return messages.lockAll(ids).chain(found -> {
            Message message = found.stream()
                    .filter(candidate -> MessageLifecycle.allows(candidate.status, event))
                    .findFirst()
                    .orElse(null);
            if (message == null || message.recipientAddress == null) {
                return Uni.createFrom().nullItem();
            }
            Returned returned = new Returned(message.id, message.recipientAddress);
            message.lastError = why.substring(0, Math.min(ERROR_LIMIT, why.length()));
            return messages.store(message.happen(event, now, message.lastError)).replaceWith(returned);
        });
    }

    /** Marks what is past its time and still waits or lies dead; returns how many there were, at most 500. */
    @WithTransaction
    public Uni<Integer> expire() {
        Instant now = clock.instant();
        return messages.getSession()
                .chain(session -> session.createNativeQuery(EXPIRED, Message.class)
                        .setParameter("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                        .setParameter("limit", BATCH)
                        .getResultList())
                .chain(past -> {
                    List<UUID> ids = past.stream().map(message -> message.id).toList();
                    Object[] steps = past.stream()
                            .map(message -> message.happen(MessageEvent.EXPIRE, now, null))
                            .toArray();
                    return messages.store(steps)
                            .chain(messages::flush)
                            .chain(() -> messages.dropContent(ids))
                            .replaceWith(ids.size());
                });
    }

    /** Drops the content of what has lain dead for too long; returns how many messages there were, at most 500. */
    @WithTransaction
    public Uni<Integer> dropDeadContent() {
        Instant before = clock.instant().minus(config.keepDeadContent());
        return messages.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select c.messageId from MessageContent c join Message m on m.id = c.messageId"
                                        + " where m.status = DEAD and m.createdAt < :before",
                                UUID.class)
                        .setParameter("before", before)
                        .setMaxResults(BATCH)
                        .getResultList())
                .chain(ids -> messages.dropContent(ids).replaceWith(ids.size()));
    }

    /** Deletes what has stood in the log for too long; returns how many messages there were, at most 500. */
    @WithTransaction
    public Uni<Integer> deleteOldLog() {
        Instant before = clock.instant().minus(config.keepLog());
        return messages.getSession()
                .chain(session -> session.createNativeQuery(OLD_LOG)
                        .setParameter("before", OffsetDateTime.ofInstant(before, ZoneOffset.UTC))
                        .setParameter("limit", BATCH)
                        .executeUpdate());
    }

    /** Whether a piece of work that does at most 500 at a time may have left some. */
    public static boolean mayHaveLeftSome(int done) {
        return done >= BATCH;
    }

    /** A message that could not be delivered; the reason is absent if nobody said. */
    public record Failure(
            String subject, String recipient, @Nullable String reason, Instant at) {}

    /** How many messages could not be delivered, and the latest of them. */
    public record Failures(int count, List<Failure> latest) {}

    /** What was given up, came back or was reported as unwanted in this time; the reports on it are no part of it. */
    @WithSession
    public Uni<Failures> failures(Instant since, Instant until) {
        return messages.failures(since, until)
                .map(steps -> new Failures(
                        steps.size(),
                        steps.stream()
                                .limit(FAILURES_SHOWN)
                                .map(step -> new Failure(
                                        step.message().subject,
                                        MessageView.of(step.message()).recipient(),
                                        step.message().lastError,
                                        step.at()))
                                .toList()));
    }

    /** How many mails were handed over since then. */
    @WithSession
    public Uni<Long> sentSince(Instant since) {
        return messages.count("sentAt > ?1 and lane <> PUSH", since);
    }

    /** How full the lanes are; a lane without waiting messages is absent. */
    @WithSession
    public Uni<List<LaneDepth>> depth() {
        return messages.getSession()
                .chain(session -> session.createSelectionQuery(
                                "select lane, count(*), min(createdAt) from Message"
                                        + " where status = SENDING or status in (QUEUED, DEFERRED) and dueAt <= :now"
                                        + " group by lane",
                                LaneDepth.class)
                        .setParameter("now", clock.instant())
                        .getResultList());
    }

    private Uni<List<ClaimedMessage>> take(List<Message> due, Instant now, Duration lease) {
        List<UUID> ids = due.stream().map(message -> message.id).toList();
        return messages.contents(ids)
                .chain(contents -> messages.attachments(ids).chain(attachments -> {
                    Map<UUID, MessageContent> contentOf = contents.stream()
                            .collect(Collectors.toMap(content -> content.messageId, Function.identity()));
                    Map<UUID, List<MessageAttachment>> filesOf =
                            attachments.stream().collect(Collectors.groupingBy(file -> file.messageId));
                    List<ClaimedMessage> claimed = new ArrayList<>();
                    List<MessageTransition> steps = new ArrayList<>();
                    List<UUID> done = new ArrayList<>();
                    for (Message message : due) {
                        if (message.expired(now)) {
                            steps.add(message.happen(MessageEvent.EXPIRE, now, null));
                            done.add(message.id);
                        } else if (!message.giveUpAt.isAfter(now)) {
                            steps.add(bury(message, now, "Given up: not delivered in time"));
                        } else {
                            claimOne(
                                            message,
                                            contentOf.get(message.id),
                                            filesOf.getOrDefault(message.id, List.of()),
                                            now,
                                            lease)
                                    .into(steps, claimed);
                        }
                    }
                    return messages.store(steps.toArray())
                            .chain(messages::flush)
                            .chain(() -> messages.dropContent(done))
                            .replaceWith(claimed);
                }));
    }

    /** A step, and what was claimed by it, if anything. */
    private record Claim(MessageTransition step, @Nullable ClaimedMessage message) {
        void into(List<MessageTransition> steps, List<ClaimedMessage> claimed) {
            steps.add(step);
            if (message != null) {
                claimed.add(message);
            }
        }
    }

    private Claim claimOne(
            Message message,
            @Nullable MessageContent content,
            List<MessageAttachment> files,
            Instant now,
            Duration lease) {
        try {
            if (content == null) {
                return new Claim(bury(message, now, "Its content is missing"), null);
            }
            boolean abandoned = message.status == MessageStatus.SENDING;
            message.attempts++;
            ClaimedMessage claimed = open(message, content, files);
            message.dueAt = now.plus(lease);
            return new Claim(
                    message.happen(MessageEvent.CLAIM, now, abandoned ? "The worker before did not come back" : null),
                    claimed);
        } catch (UnreadableSecretException | UncheckedIOException e) {
            // The exception names key ids and no content.
            return new Claim(bury(message, now, "Its content cannot be read: " + e.getMessage()), null);
        }
    }

    private static MessageTransition bury(Message message, Instant now, String why) {
        message.lastError = message.lastError == null ? why : message.lastError;
        return message.happen(MessageEvent.BURY, now, why);
    }

    ClaimedMessage open(Message message, MessageContent content, List<MessageAttachment> files) {
        byte[] json = box.open(content.sealed, MessageContent.context(message.id));
        try {
            return new ClaimedMessage(
                    message.id,
                    message.attempts,
                    message.failures,
                    message.mailId,
                    message.createdAt,
                    destination(message),
                    reader.restore(message.kind, json),
                    files.stream().map(this::open).toList());
        } catch (IOException e) {
            // Jackson's message may quote the content.
            throw new UncheckedIOException(
                    "not the data of this kind", new IOException(e.getClass().getName()));
        }
    }

    private ClaimedMessage.File open(MessageAttachment file) {
        byte[] sealed = Objects.requireNonNull(file.sealed, "an unsent message has its files");
        return new ClaimedMessage.File(
                file.name, file.contentType, box.open(sealed, MessageAttachment.context(file.id)));
    }

    private static Destination destination(Message message) {
        if (message.targetId != null) {
            return new Destination.Target(message.targetId, message.recipientUserId);
        }
        if (message.recipientUserId != null) {
            return new Destination.Person(message.recipientUserId);
        }
        return new Destination.Address(
                Objects.requireNonNull(message.recipientAddress, "a message is for a person or an address"),
                message.recipientName,
                message.recipientLocale,
                message.recipientZone);
    }

    /** Says what became of a claimed message; false if it belongs to somebody else by now. */
    private Uni<Boolean> settle(ClaimedMessage claim, MessageEvent event, String why, Consumer<Message> change) {
        Instant now = clock.instant();
        String reason = why.substring(0, Math.min(ERROR_LIMIT, why.length()));
        return messages.lock(claim.id()).chain(message -> {
            if (message == null || message.status != MessageStatus.SENDING || message.attempts != claim.attempt()) {
                LOG.warnf("Message %s is not ours any more: the attempt took longer than its lease", claim.id());
                return Uni.createFrom().item(false);
            }
            message.lastError = reason;
            change.accept(message);
            return messages.store(message.happen(event, now, reason)).replaceWith(true);
        });
    }
}
