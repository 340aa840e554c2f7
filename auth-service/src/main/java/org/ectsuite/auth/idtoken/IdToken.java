package org.ectsuite.auth.idtoken;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an ID token says.
 *
 * @param subject the person
 * @param clientId whom it is said to
 * @param sessionId of this client; its logout token names the same
 * @param signedInAt when the person showed who he is
 * @param acr how much that was worth
 * @param methods how (RFC 8176)
 * @param nonce what the client sent along to know its own request again
 * @param accessToken given out beside it
 */
record IdToken(
        UUID subject,
        String clientId,
        UUID sessionId,
        Instant signedInAt,
        String acr,
        List<String> methods,
        @Nullable String nonce,
        String accessToken) {}
