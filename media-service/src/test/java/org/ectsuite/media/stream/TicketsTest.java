package org.ectsuite.media.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.ectsuite.secrets.SecretBox;
import org.ectsuite.tokensecurity.Caller;
import org.ectsuite.tokensecurity.Roles;
import org.ectsuite.tokensecurity.startup.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketsTest {

    private static final Instant NOW = Instant.parse("2026-03-14T18:00:00Z");
    private static final UUID ITEM = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final String OLD_KEY = "1:" + key(3);
    private static final String NEW_KEY = "2:" + key(5);

    private final Set<String> revokedSubjects = new HashSet<>();
    private final Caller person = new Caller(
            "9b2f9e54-7a4c-4f3c-a3e9-0c2d9a1f6b11",
            UUID.fromString("9b2f9e54-7a4c-4f3c-a3e9-0c2d9a1f6b11"),
            UUID.randomUUID(),
            "web",
            "A name",
            "W1AW",
            Set.of(Roles.USER),
            Set.of(),
            NOW.minusSeconds(60),
            NOW.plusSeconds(540),
            "jti",
            "key",
            null);

    @Test
    void opens_the_item_for_which_it_was_made() {
        // Given
        Tickets tickets = tickets(OLD_KEY, NOW);

        // When
        Tickets.Issued issued = tickets.issue(ITEM, person);

        // Then
        assertThat(issued.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(2)));
        assertThat(tickets.accept(issued.text(), ITEM))
                .hasValueSatisfying(caller -> assertThat(caller.subject()).isEqualTo(person.subject()));
    }

    @Test
    void opens_no_other_item() {
        // Given
        Tickets tickets = tickets(OLD_KEY, NOW);

        // When
        String ticket = tickets.issue(ITEM, person).text();

        // Then
        assertThat(tickets.accept(ticket, UUID.randomUUID())).isEmpty();
    }

    @Test
    void opens_nothing_from_its_expiry_on() {
        // Given
        String ticket = tickets(OLD_KEY, NOW).issue(ITEM, person).text();
        Instant expiry = NOW.plus(Duration.ofHours(2));

        // Then
        assertThat(tickets(OLD_KEY, expiry.minusMillis(1)).accept(ticket, ITEM)).isPresent();
        assertThat(tickets(OLD_KEY, expiry).accept(ticket, ITEM)).isEmpty();
    }

    @Test
    void opens_nothing_once_its_person_is_revoked() {
        // Given
        Tickets tickets = tickets(OLD_KEY, NOW);
        String ticket = tickets.issue(ITEM, person).text();

        // When
        revokedSubjects.add(person.subject());

        // Then
        assertThat(tickets.accept(ticket, ITEM)).isEmpty();
    }

    @Test
    void opens_nothing_after_any_change_of_a_single_bit() {
        // Given
        Tickets tickets = tickets(OLD_KEY, NOW);
        byte[] sealed =
                Base64.getUrlDecoder().decode(tickets.issue(ITEM, person).text());
        for (int at = 0; at < sealed.length; at++) {
            byte[] bent = sealed.clone();
            bent[at] ^= 1;

            // When, Then
            assertThat(tickets.accept(Base64.getUrlEncoder().withoutPadding().encodeToString(bent), ITEM))
                    .as("byte %d", at)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "x", "!!!!", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void takes_no_other_text_for_a_ticket(String text) {
        assertThat(tickets(OLD_KEY, NOW).accept(text, ITEM)).isEmpty();
        assertThat(tickets(OLD_KEY, NOW).accept(text.repeat(5_000), ITEM)).isEmpty();
    }

    @Test
    void takes_nothing_for_a_ticket_that_was_sealed_for_another_purpose() {
        // Given
        byte[] sealed = SecretBox.of(OLD_KEY)
                .seal(Ticket.of(ITEM, person, NOW.plusSeconds(60)).toBytes(), "outbox:1");

        // When, Then
        assertThat(tickets(OLD_KEY, NOW).accept(Base64.getUrlEncoder().encodeToString(sealed), ITEM))
                .isEmpty();
    }

    @Test
    void survives_the_rotation_of_the_keyset_until_the_old_key_is_gone() {
        // Given
        String ticket = tickets(OLD_KEY, NOW).issue(ITEM, person).text();

        // Then
        assertThat(tickets(NEW_KEY + "," + OLD_KEY, NOW).accept(ticket, ITEM)).isPresent();
        assertThat(tickets(NEW_KEY, NOW).accept(ticket, ITEM)).isEmpty();
    }

    @Test
    void says_nothing_to_who_reads_it() {
        // When
        String ticket = tickets(OLD_KEY, NOW).issue(ITEM, person).text();

        // Then
        String bytes = new String(Base64.getUrlDecoder().decode(ticket), StandardCharsets.ISO_8859_1);
        assertThat(bytes).doesNotContain(person.subject()).doesNotContain("USER");
    }

    @Test
    void lives_six_hours_at_most_whatever_is_configured() {
        // Given
        Tickets tickets = new Tickets(
                SecretBox.of(OLD_KEY), caller -> false, Duration.ofDays(1), Clock.fixed(NOW, ZoneOffset.UTC));

        // When
        Tickets.Issued issued = tickets.issue(ITEM, person);

        // Then
        assertThat(issued.expiresAt()).isEqualTo(NOW.plus(Duration.ofHours(6)));
        assertThat(tickets.findings()).extracting(Finding::property).containsExactly("ect.media.stream.ticket-life");
        assertThat(tickets(OLD_KEY, NOW).findings()).isEmpty();
    }

    private Tickets tickets(String keyset, Instant now) {
        return new Tickets(
                SecretBox.of(keyset),
                caller -> revokedSubjects.contains(caller.subject()),
                Duration.ofHours(2),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    /** Any 32 bytes that do not look typed. */
    private static String key(int factor) {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (i * 37 * factor + factor);
        }
        return Base64.getEncoder().encodeToString(key);
    }
}
