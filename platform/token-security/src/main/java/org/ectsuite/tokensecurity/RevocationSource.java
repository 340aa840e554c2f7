package org.ectsuite.tokensecurity;

import io.smallrye.mutiny.Uni;
import org.jspecify.annotations.Nullable;

/** Where the revocation list comes from: auth-service over HTTP, and within auth-service its own database. */
public interface RevocationSource {
    /**
     * The list as it is now.
     *
     * @param known the list as it was last seen; the same object comes back when nothing has changed
     */
    Uni<Revocations> revocations(@Nullable Revocations known);
}
