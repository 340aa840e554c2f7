package org.ectsuite.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a verification of the audit trail found.
 *
 * @param intact whether every sealed row and every seal is as it was when it was made
 * @param verifiedAt when the verification began
 * @param seals how many seals were checked
 * @param rows how many rows the seals cover
 * @param sealedThrough the last position the seals cover, 0 if there is none
 * @param unsealed how many rows wait to be sealed; these cannot be verified yet
 * @param anchor number and hash of the last seal; written down elsewhere and given to a later verification it proves
 *     that nothing up to it was rewritten, not even by somebody who made the whole chain anew
 * @param findings what is wrong, in order, up to a limit
 */
public record VerificationReport(
        boolean intact,
        Instant verifiedAt,
        long seals,
        long rows,
        long sealedThrough,
        long unsealed,
        @Nullable String anchor,
        List<Finding> findings) {

    /** What kind of thing is wrong. */
    public enum Kind {
        /** A row differs from what was sealed. */
        ROW_CHANGED,
        /** A sealed row is gone. */
        ROW_MISSING,
        /** A row stands where none was when the seal was made. */
        ROW_INSERTED,
        /** A seal's own hash does not fit what it holds. */
        SEAL_CHANGED,
        /** A seal is gone. */
        SEAL_MISSING,
        /** A seal does not continue the one before it. */
        SEAL_UNCHAINED,
        /** The seal that was written down elsewhere is not the one in the database. */
        ANCHOR_DIFFERS
    }

    /**
     * One thing that is wrong.
     *
     * @param kind what kind
     * @param seal the number of the seal concerned
     * @param position the row's position, null when the finding is about a seal
     * @param id the row's id, null when the finding is about a seal
     */
    public record Finding(
            Kind kind,
            long seal,
            @Nullable Long position,
            @Nullable UUID id) {}
}
