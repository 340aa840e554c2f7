package org.ectsuite.notification.preference;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * Under what wishes are kept: a person's id, since addresses change, or the address where there is no account.
 *
 * @param value id, or address in lower case
 */
record RecipientKey(String value) {

    static RecipientKey of(UUID person) {
        return new RecipientKey(person.toString());
    }

    /** The person, if it is the key of one. */
    Optional<UUID> person() {
        // No address is without an at sign.
        return value.contains("@") ? Optional.empty() : Optional.of(UUID.fromString(value));
    }

    static RecipientKey of(String address) {
        return new RecipientKey(address.toLowerCase(Locale.ROOT));
    }
}
