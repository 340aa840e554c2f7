package org.ectsuite.auth.social;

import io.smallrye.mutiny.Uni;
import org.ectsuite.auth.opaque.OpaqueToken;
import org.jspecify.annotations.Nullable;

/** A provider that is configured. Whatever it does, failures are {@link UpstreamException}s. */
interface Upstream {

    Provider provider();

    /** Where a browser is sent. */
    Uni<String> address(Departure departure);

    /** Who came back. */
    Uni<UpstreamPerson> identify(Return back);

    /**
     * A browser goes to the provider.
     *
     * @param state known again by it
     * @param nonce comes back in the ID token
     * @param verifier of PKCE (RFC 7636); only its hash goes along
     */
    record Departure(OpaqueToken state, OpaqueToken nonce, OpaqueToken verifier) {}

    /**
     * A browser comes back.
     *
     * @param issuer as the answer names it (RFC 9207); null if it does not
     * @param nonceHash of the nonce that was given along
     */
    // Never compared: an array in a record compares by identity.
    @SuppressWarnings("ArrayRecordComponent")
    record Return(String code, @Nullable String issuer, OpaqueToken verifier, byte[] nonceHash) {

        @Override
        public String toString() {
            return "Return[hidden]";
        }
    }
}
