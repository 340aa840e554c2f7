package org.ectsuite.outbox;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whom a mail is for. */
public sealed interface Recipient {

    /**
     * Somebody with an account; notification-service asks auth-service for the address when it sends.
     *
     * @param userId the account's id
     */
    record Person(UUID userId) implements Recipient {
        /** Refuses null. */
        public Person {
            Objects.requireNonNull(userId);
        }
    }

    /**
     * An address that is not, or not yet, an account's.
     *
     * @param email the address
     * @param name the name beside it
     * @param locale the language of the mail as a BCP 47 tag
     * @param zone the IANA time zone for times in the mail
     */
    record Address(
            String email,
            @Nullable String name,
            @Nullable String locale,
            @Nullable String zone) implements Recipient {
        /** Refuses a blank address. */
        public Address {
            if (email.isBlank()) {
                throw new IllegalArgumentException("A mail needs an address");
            }
        }

        /** Shows nothing of a person in a log. */
        @Override
        public String toString() {
            return "Address[…]";
        }
    }
}
