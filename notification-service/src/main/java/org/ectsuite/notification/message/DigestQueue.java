package org.ectsuite.notification.message;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ectsuite.notification.template.DailyDigest;
import org.ectsuite.notification.template.MailData;
import org.ectsuite.secrets.UnreadableSecretException;
import org.jspecify.annotations.Nullable;

/**
 * What waits to go out in one mail a day. A digest is a message of its own; that it takes over what the others say, and that they
 * are done with, is one transaction.
 */
@ApplicationScoped
public class DigestQueue {

    /** The most that one digest says. */
    private static final int MOST = 50;

    private static final int PEOPLE = 100;
    private static final String WENT = "Went into the daily digest";

    /** Far beyond any digest that is waited for. */
    private static final Duration WHENEVER = Duration.ofDays(400);

    private final MessageRepository messages;
    private final MessageQueue queue;
    private final MessageIntake intake;
    private final MessageService service;
    private final Deadlines deadlines;
    private final MessageConfig config;
    private final ObjectMapper mapper;
    private final Clock clock;

    DigestQueue(
            MessageRepository messages,
            MessageQueue queue,
            MessageIntake intake,
            MessageService service,
            Deadlines deadlines,
            MessageConfig config,
            ObjectMapper mapper,
            Clock clock) {
        this.messages = messages;
        this.queue = queue;
        this.intake = intake;
        this.service = service;
        this.deadlines = deadlines;
        this.config = config;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Some of those whose digest is due. */
    @WithSession
    public Uni<List<UUID>> due() {
        return messages.withDigestDue(clock.instant(), PEOPLE);
    }

    /** Makes one digest of what is due for this person; true if something may be left for a further one. */
    @WithTransaction
    public Uni<Boolean> digest(UUID person) {
        Instant now = clock.instant();
        return messages.lockCollected(person, now, MOST).chain(parts -> {
            if (parts.isEmpty()) {
                return Uni.createFrom().item(false);
            }
            List<UUID> ids = parts.stream().map(part -> part.id).toList();
            return messages.contents(ids)
                    .chain(contents ->
                            messages.attachments(ids).chain(files -> make(person, parts, contents, files, now)));
        });
    }

    /** Sends each by itself again what waits for a digest of this person, as the person's wishes are by then; in the caller's transaction. */
    public Uni<Void> release(UUID person) {
        Instant now = clock.instant();
        return messages.lockCollected(person, now.plus(WHENEVER), Integer.MAX_VALUE)
                .chain(waiting -> {
                    List<MessageTransition> steps = new ArrayList<>();
                    for (Message message : waiting) {
                        message.digestAt = null;
                        message.dueAt = now;
                        message.giveUpAt = deadlines.giveUpAt(message.kind, now);
                        steps.add(message.happen(MessageEvent.RETRY, now, "The recipient's wishes have changed"));
                    }
                    return messages.store(steps.toArray()).chain(messages::flush);
                });
    }

    private Uni<Boolean> make(
            UUID person,
            List<Message> parts,
            List<MessageContent> contents,
            List<MessageAttachment> attachments,
            Instant now) {
        Map<UUID, MessageContent> contentOf =
                contents.stream().collect(Collectors.toMap(content -> content.messageId, Function.identity()));
        Map<UUID, List<MessageAttachment>> filesOf =
                attachments.stream().collect(Collectors.groupingBy(file -> file.messageId));
        List<Message> taken = new ArrayList<>();
        List<MailData> letters = new ArrayList<>();
        List<SendRequest.Attachment> files = new ArrayList<>();
        List<MessageTransition> steps = new ArrayList<>();
        for (Message part : parts) {
            MessageContent content = contentOf.get(part.id);
            List<MessageAttachment> own = filesOf.getOrDefault(part.id, List.of());
            if (!letters.isEmpty() && !fits(files, own)) {
                break;
            }
            try {
                if (content == null) {
                    steps.add(part.happen(MessageEvent.BURY, now, "Its content is missing"));
                    continue;
                }
                ClaimedMessage opened = queue.open(part, content, own);
                letters.add(opened.data());
                opened.files()
                        .forEach(file ->
                                files.add(new SendRequest.Attachment(file.name(), file.contentType(), file.content())));
                taken.add(part);
            } catch (UnreadableSecretException | UncheckedIOException e) {
                // The exception names key ids and no content.
                steps.add(part.happen(MessageEvent.BURY, now, "Its content cannot be read: " + e.getMessage()));
            }
        }
        boolean more = taken.size() + steps.size() < parts.size() || parts.size() == MOST;
        return accept(person, taken, letters, files).chain(digest -> {
            for (Message part : taken) {
                part.digestId = digest;
                part.lastError = WENT;
                steps.add(part.happen(MessageEvent.COLLECT, now, WENT));
            }
            return messages.store(steps.toArray())
                    .chain(messages::flush)
                    .chain(() -> messages.dropContent(
                            taken.stream().map(part -> part.id).toList()))
                    .replaceWith(more);
        });
    }

    /** The digest's id; null if there is nothing to put into one. */
    private Uni<@Nullable UUID> accept(
            UUID person, List<Message> taken, List<MailData> letters, List<SendRequest.Attachment> files) {
        if (taken.isEmpty()) {
            return Uni.createFrom().nullItem();
        }
        MailData digest = DailyDigest.of(letters);
        Draft draft = intake.check(new SendRequest(
                digest.kind().wireName(),
                new SendRequest.Recipient(person, null, null, null, null),
                mapper.convertValue(digest, new TypeReference<Map<String, @Nullable Object>>() {}),
                files,
                null,
                null));
        return service.accept(OwnMail.PRODUCER, "digest-" + taken.getFirst().id, draft)
                .map(Accepted::id);
    }

    private boolean fits(List<SendRequest.Attachment> files, List<MessageAttachment> further) {
        long bytes = files.stream().mapToLong(file -> file.content().length).sum()
                + further.stream().mapToLong(file -> file.size).sum();
        return files.size() + further.size() <= config.maxAttachments() && bytes <= config.maxAttachmentBytes();
    }
}
