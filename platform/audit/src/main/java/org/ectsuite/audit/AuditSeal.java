package org.ectsuite.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;

/**
 * A seal over consecutive rows, chained to the seal before it.
 *
 * @param number 1 for the first seal
 * @param from the first position it covers, whether or not a row stands there
 * @param through the last position it covers
 * @param count how many rows it covers
 * @param entries per row, in order of position: 8 bytes position, 16 bytes id, 32 bytes SHA-256 of its canonical text
 * @param previous the hash of the seal before it, 32 bytes; zeros for the first
 * @param hash SHA-256 over all the others, 32 bytes
 * @param sealedAt when it was made, in microseconds
 */
// Arrays in a record: this one is a row on its way from or to the database and is never compared.
@SuppressWarnings("ArrayRecordComponent")
record AuditSeal(
        long number,
        long from,
        long through,
        int count,
        byte[] entries,
        byte[] previous,
        byte[] hash,
        Instant sealedAt) {

    static final int HASH_BYTES = 32;
    private static final int ENTRY_BYTES = Long.BYTES + 2 * Long.BYTES + HASH_BYTES;
    private static final String SEAL_FORM = "ect-audit-seal-1";
    private static final String EVENT_FORM = "ect-audit-event-1";

    /** What a seal says about one row. */
    // Compared by its members, one at a time.
    @SuppressWarnings("ArrayRecordComponent")
    record Entry(long position, UUID id, byte[] digest) {}

    /** The hash that the first seal names as the one before it. */
    static byte[] origin() {
        return new byte[HASH_BYTES];
    }

    /**
     * Seals rows.
     *
     * @param last the seal before this one; null for the first
     * @param through the last position to cover; must not be below the last row's
     * @param rows at least one row, in order of position, all beyond what {@code last} covers
     */
    static AuditSeal over(@Nullable AuditSeal last, long through, List<AuditEvent> rows, Instant now) {
        long number = last == null ? 1 : last.number() + 1;
        long from = last == null ? 1 : last.through() + 1;
        byte[] previous = last == null ? origin() : last.hash();
        ByteBuffer entries = ByteBuffer.allocate(rows.size() * ENTRY_BYTES);
        for (AuditEvent row : rows) {
            entries.putLong(row.position())
                    .putLong(row.id().getMostSignificantBits())
                    .putLong(row.id().getLeastSignificantBits())
                    .put(digest(row));
        }
        Instant sealedAt = now.truncatedTo(ChronoUnit.MICROS);
        byte[] hash = hash(number, from, through, rows.size(), entries.array(), previous, sealedAt);
        return new AuditSeal(number, from, through, rows.size(), entries.array(), previous, hash, sealedAt);
    }

    /** The hash that this seal would have, were it made of what it holds now. */
    byte[] expectedHash() {
        return hash(number, from, through, count, entries, previous, sealedAt);
    }

    List<Entry> entryList() {
        List<Entry> list = new ArrayList<>(count);
        ByteBuffer buffer = ByteBuffer.wrap(entries);
        while (buffer.remaining() >= ENTRY_BYTES) {
            long position = buffer.getLong();
            UUID id = new UUID(buffer.getLong(), buffer.getLong());
            byte[] digest = new byte[HASH_BYTES];
            buffer.get(digest);
            list.add(new Entry(position, id, digest));
        }
        return list;
    }

    /** Number and hash in one text, to be written down outside of the database. */
    String anchor() {
        return number + ":" + HexFormat.of().formatHex(hash);
    }

    /** SHA-256 of a row's canonical text. */
    static byte[] digest(AuditEvent row) {
        return DigestUtils.sha256(canonicalText(row).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A text that no other row has: each value preceded by its length, {@code -} for null, times in microseconds since
     * 1970. Changing it breaks every seal made before.
     */
    static String canonicalText(AuditEvent row) {
        StringBuilder text = new StringBuilder(256).append(EVENT_FORM);
        append(text, Long.toString(row.position()));
        append(text, row.id().toString());
        append(text, Long.toString(micros(row.at())));
        append(text, row.actor().subject());
        append(text, row.actor().name());
        append(text, row.actor().callsign());
        append(text, row.actor().client());
        append(text, row.action());
        append(text, row.objectType());
        append(text, row.objectId());
        append(text, row.before());
        append(text, row.after());
        append(text, row.clientAddress());
        append(text, row.requestId());
        return text.toString();
    }

    private static void append(StringBuilder text, @Nullable String value) {
        text.append('\n');
        if (value == null) {
            text.append('-');
        } else {
            text.append(value.length()).append(':').append(value);
        }
    }

    private static byte[] hash(
            long number, long from, long through, int count, byte[] entries, byte[] previous, Instant sealedAt) {
        byte[] form = SEAL_FORM.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer buffer =
                ByteBuffer.allocate(form.length + 4 * Long.BYTES + Integer.BYTES + entries.length + previous.length);
        buffer.put(form)
                .putLong(number)
                .putLong(from)
                .putLong(through)
                .putLong(micros(sealedAt))
                .putInt(count)
                .put(previous)
                .put(entries);
        return DigestUtils.sha256(buffer.array());
    }

    private static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
