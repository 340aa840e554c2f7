package org.ectsuite.notification.message;

import java.time.Instant;

/** What administrators can do to messages, one or many. */
enum Intervention {
    /** Try dead or deferred messages again, now and with a fresh deadline. */
    RETRY(MessageEvent.RETRY, "message.retried", "Retried by an administrator"),
    /** Withdraw messages that were not sent yet. */
    CANCEL(MessageEvent.CANCEL, "message.cancelled", "Cancelled by an administrator"),
    /** Put dead messages away. */
    DISCARD(MessageEvent.DISCARD, "message.discarded", "Discarded by an administrator");

    private final MessageEvent event;
    private final String action;
    private final String note;

    Intervention(MessageEvent event, String action, String note) {
        this.event = event;
        this.action = action;
        this.note = note;
    }

    MessageEvent event() {
        return event;
    }

    /** Its name in the audit trail. */
    String action() {
        return action;
    }

    /** Whether it may be done to the message; a retry also needs the content, which the caller looks up. */
    boolean fits(Message message) {
        return MessageLifecycle.allows(message.status, event);
    }

    /** Does it. */
    MessageTransition apply(Message message, Instant now, Deadlines deadlines) {
        if (this == RETRY) {
            message.failures = 0;
            message.dueAt = now;
            message.digestAt = null;
            message.giveUpAt = deadlines.giveUpAt(message.kind, now);
        }
        return message.happen(event, now, note);
    }
}
