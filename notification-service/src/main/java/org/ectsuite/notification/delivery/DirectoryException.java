package org.ectsuite.notification.delivery;

/** The person's address could not be asked for. */
class DirectoryException extends RuntimeException {

    DirectoryException(Throwable cause) {
        super("The recipient could not be looked up: " + cause.getClass().getSimpleName(), cause);
    }
}
