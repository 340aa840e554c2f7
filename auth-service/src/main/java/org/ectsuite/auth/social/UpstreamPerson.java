package org.ectsuite.auth.social;

import org.ectsuite.auth.account.EmailAddress;
import org.jspecify.annotations.Nullable;

/**
 * Who somebody is at a provider.
 *
 * @param issuer with the subject what he is known by
 * @param subject at most 255 characters
 * @param label by which he knows the identity; at most 254 characters
 * @param email what the provider says, proven or not; null if it says none
 * @param vouched whether the provider's word proves that the mailbox is his
 */
record UpstreamPerson(
        Provider provider,
        String issuer,
        String subject,
        String label,
        @Nullable EmailAddress email,
        boolean vouched) {

    private static final int LONGEST_LABEL = 254;

    UpstreamPerson {
        // It goes into pages and mails: one line of it.
        String line = label.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
        label = line.codePointCount(0, line.length()) > LONGEST_LABEL
                ? line.substring(0, line.offsetByCodePoints(0, LONGEST_LABEL))
                : line;
    }

    /** The address that the provider vouches for. */
    @Nullable EmailAddress proven() {
        return vouched ? email : null;
    }
}
