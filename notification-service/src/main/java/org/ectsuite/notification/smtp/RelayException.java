package org.ectsuite.notification.smtp;

/** A mail did not reach the relay; the message tells an administrator why, in one line. */
public class RelayException extends RuntimeException {

    private final Fault fault;

    /** A failure of this kind; {@code why} is shown to administrators. */
    public RelayException(Fault fault, String why) {
        super(why);
        this.fault = fault;
    }

    /** What kind of failure it was. */
    public Fault fault() {
        return fault;
    }
}
