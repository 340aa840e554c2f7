package org.ectsuite.auth.breakglass;

import org.ectsuite.auth.account.Ban;
import org.ectsuite.auth.session.OpenedSession;

/** What comes of showing a code. */
sealed interface Entry {

    /** The door is open. */
    record Opened(OpenedSession session) implements Entry {}

    /** Unknown, used, too old, or of somebody who is no administrator any more: all the same to whoever asks. */
    record Dead() implements Entry {}

    /** The code is good, but the account was suspended meanwhile. */
    record Suspended(Ban ban) implements Entry {}
}
