package org.ectsuite.auth.signin;

import org.ectsuite.auth.account.EmailAddress;

/**
 * How the installation gets its first administrator: whoever proves to own the configured mailbox.
 *
 * @param address whose owner it is to be
 */
record FirstAdministrator(EmailAddress address) {

    /**
     * Whether this proof makes an administrator. Later proofs do not, or nobody could ever be relieved of the role;
     * unless no administrator is left, when the operator of the host may name a new one in this way.
     */
    boolean isNamedBy(EmailAddress proven, boolean firstProof, boolean administratorExists) {
        return proven.key().equals(address.key()) && (firstProof || !administratorExists);
    }
}
