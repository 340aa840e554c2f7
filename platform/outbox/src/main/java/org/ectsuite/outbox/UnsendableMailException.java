package org.ectsuite.outbox;

/** A {@link MailComposer} says that this mail can never be sent: what it tells of is gone. The mail is parked. */
public class UnsendableMailException extends RuntimeException {

    /** The reason is stored and logged: it must not hold anything secret or personal. */
    public UnsendableMailException(String reason) {
        super(reason);
    }
}
