package org.ectsuite.ectlog.live;

/** Why the server closes a socket, with the codes of RFC 6455, section 7.4. */
enum Closing {
    /** The token is revoked; the client needs another sign-in. */
    REVOKED(1008, "token revoked"),
    /** The fresh token was not acceptable. */
    TOKEN_REFUSED(1008, "token refused"),
    /** The client said what no client may say. */
    UNKNOWN_MESSAGE(1008, "unknown message"),
    /** The client said more at once than a client may. */
    TOO_LONG(1009, "message too long"),
    /** Something broke here. */
    FAILED(1011, "failed, resume later"),
    /** The net was deleted. */
    NET_GONE(1001, "net gone"),
    /** This replica stops; the client may resume at once. */
    STOPPING(1001, "stopping, resume"),
    /** The client takes messages slower than they come; it may resume at once. */
    TOO_SLOW(1013, "too slow, resume"),
    /** The service cannot read the journal; the client may resume later. */
    UNAVAILABLE(1013, "unavailable, resume later");

    private final int code;
    private final String reason;

    Closing(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    int code() {
        return code;
    }

    String reason() {
        return reason;
    }
}
