package org.ectsuite.notification.message;

import com.github.f4b6a3.uuid.UuidCreator;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.audit.AuditEntry;
import org.ectsuite.audit.AuditTrail;
import org.ectsuite.notification.smtp.SmtpRelays;
import org.ectsuite.notification.template.MailKind;
import org.ectsuite.secrets.SecretBox;
import org.ectsuite.webedge.page.Cursor;
import org.ectsuite.webedge.page.Page;
import org.ectsuite.webedge.problem.CommonProblem;
import org.ectsuite.webedge.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Accepts messages, and lets administrators look at them and intervene. */
@ApplicationScoped
class MessageService {

    private final MessageRepository messages;
    private final SecretBox box;
    private final AuditTrail audit;
    private final SmtpRelays relays;
    private final MessageConfig config;
    private final Clock clock;

    MessageService(
            MessageRepository messages,
            SecretBox box,
            AuditTrail audit,
            SmtpRelays relays,
            MessageConfig config,
            Clock clock) {
        this.messages = messages;
        this.box = box;
        this.audit = audit;
        this.relays = relays;
        this.config = config;
        this.clock = clock;
    }

    /** Stores the message, or finds the one that this producer sent under this key before. */
    @WithTransaction
    Uni<Accepted> accept(String producer, String idempotencyKey, Draft draft) {
        return messages.claimKey(producer, idempotencyKey)
                .chain(() -> messages.find(producer, idempotencyKey))
                .chain(known -> known == null
                        ? store(producer, idempotencyKey, draft)
                        : Uni.createFrom().item(() -> again(known, draft)));
    }

    @WithSession
    Uni<Page<MessageView>> list(
            Set<MessageStatus> statuses, @Nullable MailKind kind, @Nullable UUID before, int limit) {
        return messages.newestFirst(statuses, kind, before, limit + 1)
                .map(rows -> Page.of(rows, limit, message -> Cursor.encode(message.id), MessageView::of));
    }

    @WithSession
    Uni<MessageDetail> get(UUID id) {
        return messages.findById(id).map(MessageService::present).chain(this::detail);
    }

    /** Tries a dead or deferred message again, now and with a fresh deadline. */
    @WithTransaction
    Uni<MessageDetail> retry(UUID id) {
        Instant now = clock.instant();
        return messages.lock(id)
                .map(MessageService::present)
                .call(message -> messages.contents(List.of(id)).invoke(content -> {
                    checkTransition(message, MessageEvent.RETRY);
                    if (content.isEmpty() || message.expired(now)) {
                        throw new ProblemException(
                                MessageProblem.CONTENT_GONE, "The message's time is over, or its content was dropped.");
                    }
                }))
                .call(message -> {
                    MessageStatus before = message.status;
                    message.failures = 0;
                    message.dueAt = now;
                    message.giveUpAt = now.plus(giveUpAfter(message.lane));
                    MessageTransition step = message.happen(MessageEvent.RETRY, now, "Retried by an administrator");
                    return messages.store(step).chain(() -> record("message.retried", message, before));
                })
                .call(messages::flush)
                .chain(this::detail);
    }

    /** Withdraws a message that was not sent yet, and drops its content. */
    @WithTransaction
    Uni<MessageDetail> cancel(UUID id) {
        Instant now = clock.instant();
        return messages.lock(id)
                .map(MessageService::present)
                .call(message -> {
                    checkTransition(message, MessageEvent.CANCEL);
                    MessageStatus before = message.status;
                    MessageTransition step = message.happen(MessageEvent.CANCEL, now, "Cancelled by an administrator");
                    return messages.store(step).chain(() -> record("message.cancelled", message, before));
                })
                .call(messages::flush)
                .call(() -> messages.dropContent(List.of(id)))
                .chain(this::detail);
    }

    private Uni<Accepted> store(String producer, String idempotencyKey, Draft draft) {
        Instant now = clock.instant();
        Message message = new Message();
        message.id = UuidCreator.getTimeOrderedEpoch();
        message.producer = producer;
        message.idempotencyKey = idempotencyKey;
        message.fingerprint = draft.fingerprint();
        message.kind = draft.kind();
        message.lane = Lane.of(draft.kind());
        message.status = MessageStatus.QUEUED;
        message.recipientUserId = draft.recipient().userId();
        message.recipientAddress = draft.recipient().address();
        message.recipientName = draft.recipient().name();
        message.recipientLocale = draft.recipient().locale();
        message.recipientZone = draft.recipient().zone();
        message.subject = draft.subject();
        message.mailId = "<%s@%s>".formatted(message.id, relays.domain());
        message.dueAt = draft.notBefore() == null || draft.notBefore().isBefore(now) ? now : draft.notBefore();
        message.expiresAt = draft.expiresAt();
        message.giveUpAt = message.dueAt.plus(giveUpAfter(message.lane));
        message.createdAt = now;

        List<Object> rows = new ArrayList<>();
        rows.add(content(message.id, draft.data()));
        for (int position = 0; position < draft.files().size(); position++) {
            rows.add(attachment(message.id, position, draft.files().get(position)));
        }
        rows.add(MessageTransition.of(message, null, now, null));
        // The message first: the other rows refer to it.
        return messages.persistAndFlush(message)
                .chain(() -> messages.store(rows.toArray()))
                .chain(() -> record("message.accepted", message, null))
                .map(done -> new Accepted(message.id, MessageStatus.QUEUED));
    }

    private static Accepted again(Message known, Draft draft) {
        if (!known.fingerprint.equals(draft.fingerprint())) {
            throw new ProblemException(
                    CommonProblem.IDEMPOTENCY_KEY_REUSED,
                    "This Idempotency-Key came with another request before; use a new one.");
        }
        return new Accepted(known.id, MessageStatus.QUEUED);
    }

    private MessageContent content(UUID messageId, byte[] data) {
        MessageContent content = new MessageContent();
        content.messageId = messageId;
        content.sealed = box.seal(data, MessageContent.context(messageId));
        return content;
    }

    private MessageAttachment attachment(UUID messageId, int position, SendRequest.Attachment file) {
        MessageAttachment attachment = new MessageAttachment();
        attachment.id = UuidCreator.getTimeOrderedEpoch();
        attachment.messageId = messageId;
        attachment.position = position;
        attachment.name = file.name();
        attachment.contentType = file.contentType();
        attachment.size = file.content().length;
        attachment.sealed = box.seal(file.content(), MessageAttachment.context(attachment.id));
        return attachment;
    }

    private Uni<MessageDetail> detail(Message message) {
        return messages.files(message.id)
                .chain(files -> messages.history(message.id)
                        .map(steps -> MessageDetail.of(
                                message,
                                files,
                                steps.stream().map(MessageDetail.Step::of).toList())));
    }

    private Uni<Void> record(String action, Message message, @Nullable MessageStatus before) {
        AuditEntry entry = AuditEntry.of(action, "message", message.id.toString())
                .after(Map.of("kind", message.kind.wireName(), "status", message.status));
        return audit.record(before == null ? entry : entry.before(Map.of("status", before)));
    }

    private Duration giveUpAfter(Lane lane) {
        return switch (lane) {
            case URGENT -> config.urgentGiveUpAfter();
            case BULK -> config.bulkGiveUpAfter();
        };
    }

    private static Message present(@Nullable Message message) {
        if (message == null) {
            throw ProblemException.notFound("There is no such message.");
        }
        return message;
    }

    private static void checkTransition(Message message, MessageEvent event) {
        if (!MessageLifecycle.allows(message.status, event)) {
            throw new ProblemException(
                            MessageProblem.ILLEGAL_TRANSITION,
                            "The message is %s.".formatted(message.status.name().toLowerCase(Locale.ROOT)))
                    .with("messageStatus", message.status);
        }
    }
}
