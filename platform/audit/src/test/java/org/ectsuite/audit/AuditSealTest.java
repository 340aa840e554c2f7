package org.ectsuite.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AuditSealTest {

    /** Computed by another program. */
    private static final String KNOWN_HASH = "38752e77305e5585c8190b7abe8678a7f3a34cdaa3d3b832509f4df0ec58cce0";

    private static final AuditEvent EVENT = new AuditEvent(
            7,
            UUID.fromString("018f4b2c-0000-7000-8000-000000000007"),
            Instant.parse("2026-01-31T20:15:00.123456Z"),
            new AuditActor("user-1", "Ann", null, "web"),
            "net.closed",
            "net",
            "42",
            null,
            "{\"name\": \"Süd\"}",
            "192.0.2.7",
            "r-1");

    /** Every seal ever made stands on this form. */
    @Test
    void the_canonical_text_never_changes() {
        assertThat(AuditSeal.canonicalText(EVENT)).isEqualTo("""
                ect-audit-event-1
                1:7
                36:018f4b2c-0000-7000-8000-000000000007
                16:1769890500123456
                6:user-1
                3:Ann
                -
                3:web
                10:net.closed
                3:net
                2:42
                -
                15:{"name": "Süd"}
                9:192.0.2.7
                3:r-1""");
    }

    @Test
    void the_hash_of_a_seal_never_changes() {
        AuditSeal seal = AuditSeal.over(null, 9, List.of(EVENT), Instant.parse("2026-01-31T20:15:10Z"));

        assertThat(HexFormat.of().formatHex(seal.hash())).isEqualTo(KNOWN_HASH);
        assertThat(seal.anchor()).isEqualTo("1:" + KNOWN_HASH);
    }

    @Test
    void continues_where_the_last_one_ended() {
        AuditSeal first = AuditSeal.over(null, 9, List.of(EVENT), Instant.EPOCH);

        AuditSeal second = AuditSeal.over(first, 12, List.of(EVENT), Instant.EPOCH);

        assertThat(second.number()).isEqualTo(2);
        assertThat(second.from()).isEqualTo(10);
        assertThat(second.through()).isEqualTo(12);
        assertThat(second.previous()).isEqualTo(first.hash());
        assertThat(second.hash()).isEqualTo(second.expectedHash());
    }
}
