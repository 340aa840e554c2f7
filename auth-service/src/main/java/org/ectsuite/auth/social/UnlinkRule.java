package org.ectsuite.auth.social;

/**
 * Whether an identity may go: nobody takes his last way in.
 *
 * @param mailboxProven whether a link by mail lets the owner in
 * @param identities how many the account has
 */
record UnlinkRule(boolean mailboxProven, long identities) {

    boolean allows() {
        return mailboxProven || identities > 1;
    }
}
