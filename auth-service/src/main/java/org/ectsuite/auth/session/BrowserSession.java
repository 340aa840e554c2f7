package org.ectsuite.auth.session;

import java.time.Instant;
import java.util.UUID;

/**
 * Somebody who is signed in in a browser.
 *
 * @param signedInAt when he showed who he is
 * @param method how
 */
public record BrowserSession(UUID id, UUID accountId, Instant signedInAt, Method method) {

    static BrowserSession of(SessionRow row) {
        return new BrowserSession(row.id, row.accountId, row.signedInAt, row.method);
    }
}
