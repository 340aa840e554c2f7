package org.ectsuite.auth.registration;

/** Who may make an account. Whoever has one signs in in each of them. */
public enum RegistrationMode {
    /** Whoever owns a mailbox. */
    OPEN,
    /** Whom an administrator has invited. */
    INVITATION,
    /** Nobody. */
    CLOSED
}
