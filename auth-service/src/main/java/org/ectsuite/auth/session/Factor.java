package org.ectsuite.auth.session;

/** What somebody showed beside the control of a mailbox. */
public enum Factor {
    /** A code of an authenticator (RFC 6238). */
    TOTP("otp"),
    /** A code that was written down for the day on which the authenticator is lost. */
    RECOVERY_CODE("recovery-code"),
    /** Nothing: a code made on the host stands for the mailbox and the factor, until the factor would be asked for again. */
    BREAK_GLASS("break-glass"),
    /** A passkey whose authenticator verified its owner: possession and knowledge or biometrics in one. */
    PASSKEY("pop");

    private final String amr;

    Factor(String amr) {
        this.amr = amr;
    }

    /** As a token says it (RFC 8176; the codes that are not of an authenticator are values of our own). */
    String amr() {
        return amr;
    }
}
