package org.ectsuite.notification.suppression;

/** Why an address gets no mail. */
enum SuppressionReason {
    /** Its server said for good that it does not exist. */
    HARD_BOUNCE("its server said that it cannot be delivered to"),
    /** Its server turned mail away again and again. */
    SOFT_BOUNCES("mail to it came back again and again"),
    /** Its owner reported our mail as unwanted. */
    COMPLAINT("its owner reported mail from here as unwanted"),
    /** An administrator says so. */
    MANUAL("an administrator says so");

    private final String words;

    SuppressionReason(String words) {
        this.words = words;
    }

    /** The reason in words. */
    String words() {
        return words;
    }

    /** Whether it also stops what somebody asked for: who complains about mailings shall still be able to sign in. */
    boolean stopsTransactional() {
        return this != COMPLAINT;
    }
}
