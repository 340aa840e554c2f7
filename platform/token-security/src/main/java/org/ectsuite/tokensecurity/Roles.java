package org.ectsuite.tokensecurity;

/**
 * The global roles, for {@code @RolesAllowed}. A token carries a person's role together with those below it, so naming
 * the lowest that suffices is enough.
 */
public final class Roles {
    /** Everybody with an account. */
    public static final String USER = "USER";

    /** May log check-ins in any net. */
    public static final String LOGGER = "LOGGER";

    /** Net control station: may create and run nets. */
    public static final String NCS = "NCS";

    /** Runs the suite: accounts, libraries, mails, audit. */
    public static final String ADMIN = "ADMIN";

    private Roles() {}
}
