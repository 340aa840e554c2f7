package org.ectsuite.auth.session;

import java.util.List;

/** How somebody showed who he is. */
public enum Method {
    /** By a secret sent to his mailbox. */
    EMAIL("email"),
    /** By a code that was made on the host, for the day on which nothing else works. */
    BREAK_GLASS("break-glass"),
    /** By the word of a provider that he has linked. */
    PROVIDER("federated"),
    /** By a passkey (RFC 8176: proof of possession of a key). */
    PASSKEY("pop");

    private final String amr;

    Method(String amr) {
        this.amr = amr;
    }

    /** As a token says it (RFC 8176). */
    public List<String> amr() {
        return List.of(amr);
    }
}
