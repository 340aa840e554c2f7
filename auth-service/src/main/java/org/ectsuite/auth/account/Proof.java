package org.ectsuite.auth.account;

/**
 * Somebody has shown that a mailbox is his.
 *
 * @param account whose mailbox it is
 * @param created whether the account was made for this proof
 * @param first whether nobody had ever proven it; whatever the account held until now was put there by somebody else
 */
public record Proof(AccountView account, boolean created, boolean first) {}
