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

/** Accepts messages, and lets administrators look at them. */
@ApplicationScoped
class MessageService {

    /** Requests for the mails of one mailing come within this time, also after an outage. */
    private static final Duration MAILING = Duration.ofHours(6);

    private final MessageRepository messages;
    private final CopyBook copies;
    private final SecretBox box;
    private final AuditTrail audit;
    private final SmtpRelays relays;
    private final Deadlines deadlines;
    private final Clock clock;

    MessageService(
            MessageRepository messages,
            CopyBook copies,
            SecretBox box,
            AuditTrail audit,
            SmtpRelays relays,
            Deadlines deadlines,
            Clock clock) {
        this.messages = messages;
        this.copies = copies;
        this.box = box;
        this.audit = audit;
        this.relays = relays;
        this.deadlines = deadlines;
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
    Uni<Page<OwnMessageView>> ofPerson(UUID person, @Nullable UUID before, int limit) {
        return messages.ofPerson(person, before, limit + 1)
                .map(rows -> Page.of(rows, limit, message -> Cursor.encode(message.id), OwnMessageView::of));
    }

    @WithSession
    Uni<MessageDetail> get(UUID id) {
        return messages.findById(id).map(MessageRepository::present).chain(messages::detail);
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
        message.listId = draft.listId();
        message.subject = draft.subject();
        message.mailId = "<%s@%s>".formatted(message.id, relays.domain());
        message.dueAt = draft.notBefore() == null || draft.notBefore().isBefore(now) ? now : draft.notBefore();
        message.expiresAt = draft.expiresAt();
        message.giveUpAt = deadlines.giveUpAt(message.kind, message.dueAt);
        message.createdAt = now;

        List<Object> rows = new ArrayList<>();
        rows.add(content(message.id, draft.data()));
        for (int position = 0; position < draft.files().size(); position++) {
            rows.add(attachment(message.id, position, draft.files().get(position)));
        }
        rows.add(MessageTransition.of(message, null, now, null));
        // The message first: the other rows refer to it.
        return overtake(message)
                .chain(() -> messages.persistAndFlush(message))
                .chain(() -> messages.store(rows.toArray()))
                .chain(() -> copies.of(message.kind, message.recipientUserId))
                .chain(found -> copy(message, draft, found))
                .chain(() -> audit.record(AuditEntry.of("message.accepted", "message", message.id.toString())
                        .after(Map.of("kind", message.kind.wireName(), "status", message.status))))
                .map(done -> new Accepted(message.id, MessageStatus.QUEUED));
    }

    /** Withdraws what still waits to be told to the same person about the same, and is out of date by now. */
    private Uni<Void> overtake(Message message) {
        Set<MailKind> kinds = message.kind.overtakes();
        UUID person = message.recipientUserId;
        String list = message.listId;
        if (kinds.isEmpty() || person == null || list == null) {
            return Uni.createFrom().voidItem();
        }
        return messages.lockWaiting(person, list, kinds).chain(overtaken -> {
            Object[] steps = overtaken.stream()
                    .map(waiting -> waiting.happen(
                            MessageEvent.CANCEL, message.createdAt, "Overtaken by a later message about the same"))
                    .toArray();
            return messages.store(steps)
                    .chain(messages::flush)
                    .chain(() -> messages.dropContent(
                            overtaken.stream().map(waiting -> waiting.id).toList()));
        });
    }

    /** One after the other, since they share a session. */
    private Uni<Void> copy(Message original, Draft draft, List<CopyBook.Copy> found) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (CopyBook.Copy copy : found) {
            all = all.chain(() -> copy(original, draft, copy));
        }
        return all;
    }

    private Uni<Void> copy(Message original, Draft draft, CopyBook.Copy copy) {
        if (copy.owner() != null) {
            return storeCopy(original, draft, copy, original.fingerprint);
        }
        // A mailing comes as one mail for each recipient; what all share gets it once.
        String fingerprint =
                new Fingerprint().add(draft.kind()).add(draft.data()).hex();
        return messages.claimKey(copy.target().toString(), fingerprint)
                .chain(() -> messages.copies(copy.target(), fingerprint, original.createdAt.minus(MAILING)))
                .chain(times ->
                        times > 0 ? Uni.createFrom().voidItem() : storeCopy(original, draft, copy, fingerprint));
    }

    private Uni<Void> storeCopy(Message original, Draft draft, CopyBook.Copy copy, String fingerprint) {
        Message message = new Message();
        message.id = UuidCreator.getTimeOrderedEpoch();
        message.producer = original.producer;
        // No key of a producer holds a space, so that none can be met.
        message.idempotencyKey = original.id + " " + copy.target();
        message.fingerprint = fingerprint;
        message.kind = original.kind;
        message.lane = Lane.PUSH;
        message.status = MessageStatus.QUEUED;
        message.targetId = copy.target();
        message.recipientUserId = copy.owner();
        message.recipientName = copy.name();
        message.listId = original.listId;
        message.subject = original.subject;
        message.mailId = "<%s@%s>".formatted(message.id, relays.domain());
        message.dueAt = original.dueAt;
        message.expiresAt = original.expiresAt;
        message.giveUpAt = original.giveUpAt;
        message.createdAt = original.createdAt;
        return messages.persistAndFlush(message)
                .chain(() -> messages.store(
                        content(message.id, draft.data()),
                        MessageTransition.of(message, null, message.createdAt, null)));
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
}
