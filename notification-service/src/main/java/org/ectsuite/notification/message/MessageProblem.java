package org.ectsuite.notification.message;

import org.ectsuite.webedge.problem.ProblemType;

/** Problems with messages. */
enum MessageProblem implements ProblemType {
    /** Every request to send must carry an idempotency key. */
    IDEMPOTENCY_KEY_REQUIRED(400, "Idempotency-Key is required"),
    /** The attached files are larger than allowed. */
    ATTACHMENTS_TOO_LARGE(413, "The attachments are too large"),
    /** The message's status does not allow this; the member {@code messageStatus} says which it is. */
    ILLEGAL_TRANSITION(409, "The message's status does not allow this"),
    /** The message's time is over or its content was dropped: it cannot be sent again. */
    CONTENT_GONE(409, "The message can no longer be sent");

    private final int status;
    private final String title;

    MessageProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
