package org.ectsuite.notification.message;

import java.util.EnumSet;
import java.util.Set;
import org.ectsuite.notification.message.IllegalTransitionException.Refusal;

/** The state machine of a message: which event leads from which status to which. */
final class MessageLifecycle {

    /** From where an event may happen, and where it leads; whatever is not listed is refused. */
    private record Way(Set<MessageStatus> from, MessageStatus to) {}

    private MessageLifecycle() {}

    /** The status after the event. */
    static MessageStatus after(MessageStatus status, MessageEvent event) {
        if (!allows(status, event)) {
            throw new IllegalTransitionException(new Refusal(status, event));
        }
        return way(event).to();
    }

    /** Whether the event may happen to a message of this status. */
    static boolean allows(MessageStatus status, MessageEvent event) {
        return from(event).contains(status);
    }

    /** The statuses in which the event may happen. */
    static Set<MessageStatus> from(MessageEvent event) {
        return way(event).from();
    }

    private static Way way(MessageEvent event) {
        return switch (event) {
            // SENDING: the worker that held it is gone, its lease has run out.
            case CLAIM ->
                new Way(
                        EnumSet.of(MessageStatus.QUEUED, MessageStatus.DEFERRED, MessageStatus.SENDING),
                        MessageStatus.SENDING);
            // A worker that was slower than its lease finds the message deferred or queued again: the relay has it all
            // the same, and nobody shall send it a second time.
            case ACCEPT ->
                new Way(
                        EnumSet.of(
                                MessageStatus.SENDING,
                                MessageStatus.DEFERRED,
                                MessageStatus.QUEUED,
                                MessageStatus.DEAD),
                        MessageStatus.SENT);
            case DEFER -> new Way(EnumSet.of(MessageStatus.SENDING), MessageStatus.DEFERRED);
            case BURY ->
                new Way(
                        EnumSet.of(MessageStatus.QUEUED, MessageStatus.SENDING, MessageStatus.DEFERRED),
                        MessageStatus.DEAD);
            case COLLECT -> new Way(EnumSet.of(MessageStatus.DEFERRED), MessageStatus.SUPPRESSED);
            case SUPPRESS -> new Way(EnumSet.of(MessageStatus.SENDING), MessageStatus.SUPPRESSED);
            case EXPIRE ->
                new Way(
                        EnumSet.of(
                                MessageStatus.QUEUED,
                                MessageStatus.SENDING,
                                MessageStatus.DEFERRED,
                                MessageStatus.DEAD),
                        MessageStatus.EXPIRED);
            // Not while it is SENDING: it may be at the relay already.
            case CANCEL ->
                new Way(
                        EnumSet.of(MessageStatus.QUEUED, MessageStatus.DEFERRED, MessageStatus.DEAD),
                        MessageStatus.CANCELLED);
            case DISCARD -> new Way(EnumSet.of(MessageStatus.DEAD), MessageStatus.CANCELLED);
            case RETRY -> new Way(EnumSet.of(MessageStatus.DEFERRED, MessageStatus.DEAD), MessageStatus.QUEUED);
            case BOUNCE -> new Way(EnumSet.of(MessageStatus.SENT), MessageStatus.BOUNCED);
            case COMPLAIN -> new Way(EnumSet.of(MessageStatus.SENT), MessageStatus.COMPLAINED);
        };
    }
}
