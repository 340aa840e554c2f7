package org.ectsuite.auth.social;

import java.util.UUID;
import org.ectsuite.auth.account.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * What follows when a provider says who somebody is. Nothing is ever linked to an account that exists without a sign of
 * its owner besides: an address at a provider alone opens nobody's account.
 */
sealed interface Linking {

    /** The identity is known: its owner signs in. */
    record SignIn(UUID accountId) implements Linking {}

    /** Somebody who is signed in wanted to link it, and it is new. */
    record Link(UUID accountId) implements Linking {}

    /** Somebody who is signed in wanted to link what is his already. */
    record Known() implements Linking {}

    /** Somebody who is signed in wanted to link what is another's. */
    record Foreign() implements Linking {}

    /** Nobody has this address, and the provider vouches for it: a new account. */
    record Create(EmailAddress email) implements Linking {}

    /** Its owner must show by mail, or by being signed in, which account it is to belong to. */
    record Confirm() implements Linking {}

    /**
     * Decides.
     *
     * @param linker who is signed in and wants to link; null: somebody wants to sign in
     * @param owner whose the identity is; null if it is new here
     * @param proven the address that the provider vouches for; null if there is none
     * @param claimed whether the address may not be had by a provider's word: somebody has it, or it is to become an
     *     administrator's
     */
    static Linking decide(@Nullable UUID linker, @Nullable UUID owner, @Nullable EmailAddress proven, boolean claimed) {
        if (linker != null) {
            return owner == null ? new Link(linker) : owner.equals(linker) ? new Known() : new Foreign();
        }
        if (owner != null) {
            return new SignIn(owner);
        }
        return proven == null || claimed ? new Confirm() : new Create(proven);
    }
}
