package org.ectsuite.notification.delivery;

/** The mail is deliberately not sent. */
class SuppressedException extends RuntimeException {

    SuppressedException(String why) {
        super(why);
    }
}
