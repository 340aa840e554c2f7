package org.ectsuite.auth.keys;

/** The life of a signing key, in order. */
enum KeyState {
    /** Published, so that every resource server knows it before the first token arrives; signs nothing yet. */
    NEXT,
    /** Signs. There is exactly one of each algorithm. */
    ACTIVE,
    /** Signs nothing more; published until the last token it signed has died. */
    RETIRING,
    /** Neither published nor usable: the private part is erased. */
    GONE
}
