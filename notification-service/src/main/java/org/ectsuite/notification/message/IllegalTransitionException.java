package org.ectsuite.notification.message;

/** What was asked for cannot happen to a message of this status. */
class IllegalTransitionException extends RuntimeException {

    /** The status and the event that does not fit it. */
    record Refusal(MessageStatus status, MessageEvent event) {}

    private final transient Refusal refusal;

    IllegalTransitionException(Refusal refusal) {
        super("%s cannot happen to a message that is %s".formatted(refusal.event(), refusal.status()));
        this.refusal = refusal;
    }

    Refusal refusal() {
        return refusal;
    }
}
