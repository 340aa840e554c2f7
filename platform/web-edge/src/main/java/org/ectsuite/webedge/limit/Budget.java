package org.ectsuite.webedge.limit;

/** What is counted, each by a key of its own. */
enum Budget {
    /** Requests without a valid token, by client address. */
    ANONYMOUS,
    /** Requests of a person, by subject. */
    PERSON,
    /** Requests of a service, by subject. */
    SERVICE,
    /** All requests, by client address. */
    ADDRESS,
    /** Requests to the endpoints of signing in, by client address. */
    SIGN_IN;

    int perMinute(LimitConfig config) {
        return switch (this) {
            case ANONYMOUS -> config.anonymousPerMinute();
            case PERSON -> config.personPerMinute();
            case SERVICE -> config.servicePerMinute();
            case ADDRESS -> config.addressPerMinute();
            case SIGN_IN -> config.signInPerMinute();
        };
    }
}
