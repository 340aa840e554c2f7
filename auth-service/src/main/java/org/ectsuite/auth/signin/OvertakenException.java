package org.ectsuite.auth.signin;

/** Somebody else did the same at the same moment, and was first. */
public class OvertakenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    OvertakenException(String message) {
        super(message);
    }
}
