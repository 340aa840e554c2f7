package org.ectsuite.auth.notice;

/** What people are told of by mail; notification-service has the words. */
public enum AccountEvent {
    /** There is a new API key. */
    API_KEY_CREATED,
    /** An API key has a new secret. */
    API_KEY_ROTATED
}
