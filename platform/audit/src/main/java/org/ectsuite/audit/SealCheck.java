package org.ectsuite.audit;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ectsuite.audit.AuditSeal.Entry;
import org.ectsuite.audit.VerificationReport.Finding;
import org.ectsuite.audit.VerificationReport.Kind;
import org.jspecify.annotations.Nullable;

/** Checks seals one after another, each with the rows that stand where it covers; remembers what it found. */
final class SealCheck {

    private final @Nullable Anchor anchor;
    private final int limit;
    private final List<Finding> findings = new ArrayList<>();
    private boolean anchorSeen;
    private @Nullable AuditSeal last;
    private long seals;
    private long rows;

    /**
     * A check from the first seal on.
     *
     * @param anchor a seal that was written down elsewhere, or null
     * @param limit how many findings are kept
     */
    SealCheck(@Nullable Anchor anchor, int limit) {
        this.anchor = anchor;
        this.limit = limit;
    }

    /** Number and hash of a seal, as a report or the log told them once. */
    record Anchor(long number, String hash) {

        /** The anchor in {@code number:hash}; null if the text is none. */
        static @Nullable Anchor parse(String text) {
            return text.matches("[1-9][0-9]{0,17}:[0-9a-f]{64}")
                    ? new Anchor(
                            Long.parseLong(text.substring(0, text.indexOf(':'))), text.substring(text.indexOf(':') + 1))
                    : null;
        }
    }

    /** The positions whose rows belong to the next check, beyond this one and up to the seal's {@code through}. */
    long from() {
        return last == null ? 0 : last.through();
    }

    /** Checks the next seal with all rows between {@link #from} and its end, in order of position. */
    void next(AuditSeal seal, List<AuditEvent> present) {
        checkChain(seal);
        if (MessageDigest.isEqual(seal.expectedHash(), seal.hash())) {
            checkRows(seal, present);
        } else {
            // Its entries may be forged: what they say of rows is worth nothing.
            found(Kind.SEAL_CHANGED, seal.number(), null);
        }
        if (anchor != null && anchor.number() == seal.number()) {
            anchorSeen = true;
            if (!anchor.hash().equals(HexFormat.of().formatHex(seal.hash()))) {
                found(Kind.ANCHOR_DIFFERS, seal.number(), null);
            }
        }
        seals++;
        rows += seal.count();
        last = seal;
    }

    private void checkChain(AuditSeal seal) {
        long expected = last == null ? 1 : last.number() + 1;
        if (seal.number() != expected) {
            found(Kind.SEAL_MISSING, expected, null);
            return;
        }
        byte[] previous = last == null ? AuditSeal.origin() : last.hash();
        if (!MessageDigest.isEqual(previous, seal.previous()) || seal.from() != from() + 1) {
            found(Kind.SEAL_UNCHAINED, seal.number(), null);
        }
    }

    private void checkRows(AuditSeal seal, List<AuditEvent> present) {
        Map<Long, AuditEvent> byPosition = new HashMap<>();
        present.forEach(row -> byPosition.put(row.position(), row));
        Set<Long> sealed = new HashSet<>();
        for (Entry entry : seal.entryList()) {
            sealed.add(entry.position());
            AuditEvent row = byPosition.get(entry.position());
            if (row == null) {
                found(Kind.ROW_MISSING, seal.number(), entry);
            } else if (!MessageDigest.isEqual(AuditSeal.digest(row), entry.digest())) {
                found(Kind.ROW_CHANGED, seal.number(), entry);
            }
        }
        for (AuditEvent row : present) {
            // After a missing seal its rows stand here too; the seal is reported, not they.
            if (row.position() >= seal.from() && !sealed.contains(row.position())) {
                found(Kind.ROW_INSERTED, seal.number(), new Entry(row.position(), row.id(), AuditSeal.origin()));
            }
        }
    }

    private void found(Kind kind, long seal, @Nullable Entry entry) {
        if (findings.size() < limit) {
            findings.add(new Finding(
                    kind, seal, entry == null ? null : entry.position(), entry == null ? null : entry.id()));
        }
    }

    /** What was found after the last seal. */
    List<Finding> finish() {
        if (anchor != null && !anchorSeen) {
            found(Kind.SEAL_MISSING, anchor.number(), null);
        }
        return List.copyOf(findings);
    }

    @Nullable AuditSeal last() {
        return last;
    }

    long seals() {
        return seals;
    }

    long rows() {
        return rows;
    }
}
