package org.ectsuite.notification.message;

/** What can happen to a message. */
enum MessageEvent {
    /** A worker takes it: because it is due, or because the lease of the worker before has run out. */
    CLAIM,
    /** The relay accepted it. */
    ACCEPT,
    /** The attempt failed; there will be another. */
    DEFER,
    /** There will be no further attempt. */
    BURY,
    /** It shall not be sent to this recipient, or not from here. */
    SUPPRESS,
    /** Its time is over. */
    EXPIRE,
    /** It is withdrawn: by an administrator, or since a later message overtook it. */
    CANCEL,
    /** It went into a digest, which is a message of its own. */
    COLLECT,
    /** An administrator puts it away after it has died. */
    DISCARD,
    /** An administrator wants it tried again, now. */
    RETRY,
    /** A server behind the relay reports that it could not be delivered. */
    BOUNCE,
    /** The recipient's provider reports that it was not wanted. */
    COMPLAIN
}
