package org.ectsuite.notification.push;

/** The address leads where nothing of ours may go; the message says why and can follow the name of a field. */
class UrlRefusedException extends RuntimeException {

    UrlRefusedException(String why) {
        super(why);
    }
}
