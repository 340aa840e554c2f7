package org.ectsuite.notification.delivery;

/** Nobody is there to get the mail: the person is unknown, barred, or without an address. */
class NoRecipientException extends RuntimeException {

    NoRecipientException(String why) {
        super(why);
    }
}
