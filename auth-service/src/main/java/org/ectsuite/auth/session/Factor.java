package org.ectsuite.auth.session;

/** What somebody showed beside the control of a mailbox. */
public enum Factor {
    /** A code of an authenticator (RFC 6238). */
    TOTP("otp"),
    /** A code that was written down for the day on which the authenticator is lost. */
    RECOVERY_CODE("recovery-code");

    private final String amr;

    Factor(String amr) {
        this.amr = amr;
    }

    /** As a token says it (RFC 8176; the recovery code is a value of our own). */
    String amr() {
        return amr;
    }
}
