package org.ectsuite.notification.message;

/** Where a message stands in its life; see {@link MessageLifecycle} for the ways between. */
public enum MessageStatus {
    /** Waits for a worker, now or from its not-before time on. */
    QUEUED,
    /** A worker holds the lease and talks to the relay. */
    SENDING,
    /** The relay has taken it over. */
    SENT,
    /** An attempt failed in a way that may pass; another follows. */
    DEFERRED,
    /** Given up: refused for good, or not delivered within its time. An administrator may retry it. */
    DEAD,
    /** Deliberately not sent: the recipient does not want it or cannot get it, or sending is switched off. */
    SUPPRESSED,
    /** Of no use any more, because its time is over. */
    EXPIRED,
    /** Withdrawn by an administrator before it was sent, or put away after it had died. */
    CANCELLED,
    /** Sent, and reported undeliverable afterwards. */
    BOUNCED,
    /** Sent, and reported as unwanted by its recipient. */
    COMPLAINED;

    /** Whether the message cannot be sent any more, so that its content may go. */
    public boolean isFinal() {
        return switch (this) {
            case SENT, SUPPRESSED, EXPIRED, CANCELLED, BOUNCED, COMPLAINED -> true;
            case QUEUED, SENDING, DEFERRED, DEAD -> false;
        };
    }
}
