package org.ectsuite.outbox;

/**
 * A {@link MailComposer} says that nobody needs this mail any more, since what it tells of is not true by now. It is dropped as one
 * that has expired: nothing went wrong.
 */
public class NeedlessMailException extends RuntimeException {

    /** The reason is stored: it must not hold anything secret or personal. */
    public NeedlessMailException(String reason) {
        super(reason);
    }
}
