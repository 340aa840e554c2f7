package org.ectsuite.auth.notice;

/** What administrators are told of by mail; notification-service has the words. */
public enum SecurityEvent {
    /** Somebody may do more than before. */
    ROLE_GRANTED,
    /** A network was banned, because sign-ins from there failed again and again. */
    FAILURE_BURST,
    /** A refresh token was used twice: somebody has a copy. */
    REFRESH_REUSE,
    /** A program can act in somebody's name. */
    API_KEY_CREATED
}
