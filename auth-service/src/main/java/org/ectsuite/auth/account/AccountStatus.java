package org.ectsuite.auth.account;

/** Whether the owner of an account may come in. */
public enum AccountStatus {
    ACTIVE,
    BANNED
}
