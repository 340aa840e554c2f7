package org.ectsuite.notification.push;

/** What kind of target it is. */
enum PushType {
    /** A signed POST of JSON to an address. */
    WEBHOOK,
    /** A message to a topic of an ntfy server. */
    NTFY
}
