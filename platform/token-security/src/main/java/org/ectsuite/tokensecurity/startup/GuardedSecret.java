package org.ectsuite.tokensecurity.startup;

/**
 * A secret of this service, to be checked and never shown.
 *
 * @param property the property it comes from
 * @param value the secret
 * @param minimumBytes how long it must be at least, in bytes of UTF-8
 */
public record GuardedSecret(String property, String value, int minimumBytes) {
    /** What this suite demands of secrets that are made for it: 256 bits. */
    public static final int OWN = 32;

    /** What it demands of a secret that somebody else made, like the password of a mail relay. */
    public static final int FOREIGN = 8;

    @Override
    public String toString() {
        return property;
    }
}
