package org.ectsuite.auth.registration;

/**
 * What is known of somebody who has shown that a mailbox is his.
 *
 * @param known there is an account with this address
 * @param reserved the address was an account's until lately, and may become so again
 * @param appointed the operator of the host has named the address as the first administrator's
 * @param invited there is an invitation that has neither ended nor been revoked
 */
record Admission(boolean known, boolean reserved, boolean appointed, boolean invited) {

    /** Whether he is let in. */
    boolean granted(RegistrationMode mode) {
        if (known) {
            return true;
        }
        if (reserved) {
            return false;
        }
        return appointed
                || switch (mode) {
                    case OPEN -> true;
                    case INVITATION -> invited;
                    case CLOSED -> false;
                };
    }
}
