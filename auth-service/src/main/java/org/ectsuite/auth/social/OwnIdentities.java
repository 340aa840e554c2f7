package org.ectsuite.auth.social;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Somebody's identities.
 *
 * @param items in the order in which they were linked
 * @param offered the providers with which one may be linked
 */
@Schema(name = "Identities")
record OwnIdentities(List<IdentityView> items, List<Offer> offered) {

    /**
     * A provider.
     *
     * @param provider for the path
     * @param name as people know it
     */
    @Schema(name = "OfferedProvider")
    record Offer(String provider, String name) {

        static Offer of(Provider provider) {
            return new Offer(provider.id(), provider.title());
        }
    }
}
