package org.ectsuite.tokensecurity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The revocation list as auth-service publishes it.
 *
 * @param tag the entity tag of this state; equal tags, equal lists
 * @param entries what is revoked
 */
public record Revocations(String tag, List<Entry> entries) {

    /** Keeps what cannot be changed afterwards. */
    public Revocations {
        entries = List.copyOf(entries);
    }

    /** What an entry's value identifies. */
    public enum Kind {
        /** A session: someone signed out. */
        SID,
        /** A person or service: banned, or the role changed. */
        SUB,
        /** One token. */
        JTI,
        /** A signing key that somebody else may hold: everything it signs, whenever that was or will be. */
        KID
    }

    /**
     * One revocation.
     *
     * @param kind what the value identifies
     * @param value the identifier
     * @param issuedBefore only tokens issued before this instant are refused; all if absent
     * @param until when the last token it could concern has expired
     */
    public record Entry(Kind kind, String value, @Nullable Instant issuedBefore, Instant until) {}
}
