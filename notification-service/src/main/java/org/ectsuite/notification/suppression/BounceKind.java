package org.ectsuite.notification.suppression;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a report on a mail means for further mail to its address. */
enum BounceKind {
    /** There is no such mailbox. */
    HARD,
    /** This mail could not be delivered; another may. */
    SOFT,
    /** The recipient did not want it. */
    COMPLAINT;

    /**
     * What a delivery status notification (RFC 3464) means.
     *
     * @param action its Action: only {@code failed} is final
     * @param status its Status (RFC 3463), as {@code 5.1.1}; null if missing
     */
    static Optional<BounceKind> of(String action, @Nullable String status) {
        if (!"failed".equals(action.strip().toLowerCase(Locale.ROOT))) {
            return Optional.empty();
        }
        if (status == null || !status.startsWith("5.")) {
            return Optional.of(SOFT);
        }
        // 5.1.x: the address is wrong; 5.2.1: the mailbox is disabled; 5.4.4: its domain has no mail server. All others
        // speak of this mail, of policy, or of a full mailbox.
        boolean wrongAddress = status.startsWith("5.1.") && !status.startsWith("5.1.7") && !status.startsWith("5.1.8");
        boolean gone = wrongAddress || status.equals("5.2.1") || status.equals("5.4.4") || status.equals("5.0.0");
        return Optional.of(gone ? HARD : SOFT);
    }
}
