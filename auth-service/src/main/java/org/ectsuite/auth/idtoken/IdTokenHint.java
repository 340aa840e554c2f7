package org.ectsuite.auth.idtoken;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an ID token of ours says when a client shows it again, even long after it has expired.
 *
 * @param subject whom it spoke of
 * @param clientId whom it was given to
 * @param sessionId of that client then
 */
public record IdTokenHint(
        UUID subject, String clientId, @Nullable UUID sessionId) {}
