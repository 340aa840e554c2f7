package org.ectsuite.auth.social;

/** A provider did not say who somebody is. Holds nothing of what it said, which may be a secret. */
final class UpstreamException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What went wrong. */
    enum Reason {
        /** It does not answer, or not as agreed. */
        UNAVAILABLE,
        /** It does not take the suite for the client that it knows: the operator's settings, here or there, are wrong. */
        MISCONFIGURED,
        /** It does not take the code: it was used, is too old, or was somebody else's. */
        CODE_REFUSED,
        /** What it said cannot be believed. */
        UNTRUSTED
    }

    private final Reason reason;

    UpstreamException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
