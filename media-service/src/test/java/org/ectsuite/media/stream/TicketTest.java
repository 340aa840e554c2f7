package org.ectsuite.media.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.tokensecurity.Caller;
import org.junit.jupiter.api.Test;

class TicketTest {

    private static final Ticket TICKET = new Ticket(
            UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057"),
            "9b2f9e54-7a4c-4f3c-a3e9-0c2d9a1f6b11",
            UUID.fromString("5f0c1f4e-24b7-4e43-8d7b-7c19d2a7b7a0"),
            "web",
            "jti-1",
            "key-1",
            Instant.parse("2026-03-14T18:00:00Z"),
            Set.of("USER", "LOGGER", "NCS"),
            Instant.parse("2026-03-14T20:00:00Z"));

    @Test
    void says_the_same_after_it_was_written_down() {
        assertThat(Ticket.fromBytes(TICKET.toBytes())).isEqualTo(TICKET);
    }

    @Test
    void speaks_of_the_person_as_the_token_did() {
        // When
        Caller caller = TICKET.caller();

        // Then
        assertThat(caller.subject()).isEqualTo(TICKET.subject());
        assertThat(caller.sessionId()).isEqualTo(TICKET.session());
        assertThat(caller.tokenId()).isEqualTo("jti-1");
        assertThat(caller.keyId()).isEqualTo("key-1");
        assertThat(caller.issuedAt()).isEqualTo(TICKET.tokenIssuedAt());
        assertThat(caller.roles()).isEqualTo(TICKET.roles());
        assertThat(caller.scopes()).isEmpty();
    }

    @Test
    void is_nothing_when_it_was_cut_off_or_is_of_another_version() {
        // Given
        byte[] bytes = TICKET.toBytes();
        byte[] other = bytes.clone();
        other[0] = 1;

        // Then
        assertThat(Ticket.fromBytes(other)).isNull();
        for (int length = 0; length < bytes.length; length++) {
            assertThat(Ticket.fromBytes(Arrays.copyOf(bytes, length)))
                    .as("%d bytes", length)
                    .isNull();
        }
    }
}
