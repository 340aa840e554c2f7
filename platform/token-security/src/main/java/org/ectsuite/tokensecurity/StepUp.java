package org.ectsuite.tokensecurity;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/**
 * Administrators change things only for a while after they have shown a second factor, once they have one: who finds an
 * unlocked screen, or steals a session, finds no administrator. Reading needs none.
 *
 * @param window how long the factor counts
 */
record StepUp(Duration window, Clock clock) {
    /** The {@code acr} of tokens of a session in which a second factor or a passkey was shown, at {@code auth_time}. */
    static final String STRONG = "urn:ect:acr:mfa";

    /** The {@code acr} of tokens of somebody who has a second factor or a passkey, and has not shown it in this session. */
    static final String DUE = "urn:ect:acr:mfa-due";

    /** The attribute of an identity that says whether showing the factor again would make it an administrator. */
    static final String NEEDED = "ect.step-up-needed";

    private boolean needed(Caller caller) {
        return caller.factorAt() != null
                && !clock.instant().isBefore(caller.factorAt().plus(window));
    }

    /** The caller, without the role of an administrator where the factor is too long ago. */
    Caller bounded(Caller caller, boolean reads) {
        if (reads || !caller.is(Roles.ADMIN) || !needed(caller)) {
            return caller;
        }
        Set<String> others = new TreeSet<>(caller.roles());
        others.remove(Roles.ADMIN);
        return caller.withRoles(others);
    }
}
