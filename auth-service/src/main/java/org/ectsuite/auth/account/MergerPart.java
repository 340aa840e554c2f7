package org.ectsuite.auth.account;

import io.smallrye.mutiny.Uni;

/** A feature that keeps something for accounts which is to go along when one account goes into another. */
public interface MergerPart {

    /**
     * Moves what can be moved, in the transaction of the merger. What stays behind is deleted with the account.
     *
     * @param unproven whether whoever is signed in to the account that goes must show himself anew
     */
    Uni<Void> move(AccountView from, AccountView into, boolean unproven);
}
