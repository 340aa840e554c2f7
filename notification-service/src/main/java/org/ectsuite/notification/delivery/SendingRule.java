package org.ectsuite.notification.delivery;

import java.util.List;
import java.util.Locale;

/** Whether mail may leave this installation, and for whom: a test installation must not write to real people. */
final class SendingRule {

    private final boolean enabled;
    private final List<String> allowed;

    /**
     * @param enabled whether any mail may leave
     * @param allowed addresses and {@code @domain}s that mail may go to; everybody if empty
     */
    SendingRule(boolean enabled, List<String> allowed) {
        this.enabled = enabled;
        this.allowed = allowed.stream()
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /** Asked before anybody is looked up or connected to; fails with {@link SuppressedException}. */
    void checkSwitch() {
        if (!enabled) {
            throw new SuppressedException("Mail is switched off here (ect.notification.delivery.enabled)");
        }
    }

    /** Asked before a target is connected to, whose host counts as a domain; fails with {@link SuppressedException}. */
    void checkHost(String host) {
        checkRecipient("push@" + host);
    }

    /** Asked before the relay is connected to; fails with {@link SuppressedException}. */
    void checkRecipient(String address) {
        String recipient = address.toLowerCase(Locale.ROOT);
        String domain = recipient.substring(recipient.lastIndexOf('@'));
        if (!allowed.isEmpty() && !allowed.contains(recipient) && !allowed.contains(domain)) {
            throw new SuppressedException("The recipient is not on the list of those who may get mail from here"
                    + " (ect.notification.delivery.allowed-recipients)");
        }
    }
}
