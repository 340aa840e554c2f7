package org.ectsuite.auth.session;

import java.util.List;

/** How somebody showed who he is. */
public enum Method {
    /** By a secret sent to his mailbox. */
    EMAIL("email");

    private final String amr;

    Method(String amr) {
        this.amr = amr;
    }

    /** As a token says it (RFC 8176). */
    public List<String> amr() {
        return List.of(amr);
    }
}
