package org.ectsuite.tokensecurity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.ectsuite.testsupport.AuthServerResource;
import org.ectsuite.testsupport.PostgresResource;
import org.ectsuite.testsupport.TestTokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(AuthServerResource.class)
class WebSocketTokenTest {
    private static TestTokens alice() {
        return TestTokens.user("alice").callsign("W1AW").audience("probe-service");
    }

    /** A token that has so many seconds left. */
    private static TestTokens expiring(TestTokens token, int seconds) {
        return token.issuedBefore(Duration.ofMinutes(5))
                .life(Duration.ofMinutes(5).plusSeconds(seconds));
    }

    @BeforeEach
    void everybody_is_welcome() {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> ProbeClient.refusal(alice().sign()) == 101);
    }

    @Test
    void takes_the_token_from_the_list_of_sub_protocols() throws Exception {
        try (var client = ProbeClient.open(alice().sign())) {
            assertThat(client.next()).isEqualTo("welcome W1AW");
            assertThat(client.subprotocol()).isEqualTo("ect.live.v1");
        }
    }

    @Test
    void refuses_the_upgrade_without_a_token() {
        assertThat(ProbeClient.refusal(null)).isEqualTo(401);
    }

    @Test
    void refuses_the_upgrade_with_a_bad_token() {
        assertThat(ProbeClient.refusal(alice().signWithForgedKey())).isEqualTo(401);
    }

    @Test
    void refuses_the_upgrade_without_the_role() {
        var service = TestTokens.service("ectlog-service").audience("probe-service");

        assertThat(ProbeClient.refusal(service.sign())).isEqualTo(403);
    }

    @Test
    void closes_when_the_token_expires() {
        try (var client = ProbeClient.open(expiring(alice(), 1).sign())) {
            assertThat(client.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void stays_open_past_the_first_token_when_a_fresh_one_came() throws Exception {
        try (var client = ProbeClient.open(expiring(alice(), 2).sign())) {
            // Given
            assertThat(client.next()).isEqualTo("welcome W1AW");

            // When
            client.send(expiring(alice().callsign("W1AW/P"), 4).sign());

            // Then
            assertThat(client.next()).isEqualTo("accepted");
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollDelay(Duration.ofMillis(2500))
                    .untilAsserted(() -> {
                        client.send("who");
                        assertThat(client.next()).isEqualTo("you are W1AW/P");
                    });
            assertThat(client.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void refuses_a_fresh_token_of_somebody_else() throws Exception {
        try (var client = ProbeClient.open(alice().sign())) {
            // Given
            assertThat(client.next()).isEqualTo("welcome W1AW");

            // When
            client.send(TestTokens.user("mallory").roles("ADMIN").sign());

            // Then
            assertThat(client.next()).isEqualTo("refused");
            client.send("who");
            assertThat(client.next()).isEqualTo("you are W1AW");
        }
    }

    @Test
    void refuses_a_fresh_token_that_is_bad() throws Exception {
        try (var client = ProbeClient.open(alice().sign())) {
            // Given
            assertThat(client.next()).isEqualTo("welcome W1AW");

            // When
            client.send(alice().signWithUnknownKey());

            // Then
            assertThat(client.next()).isEqualTo("refused");
        }
    }
}
