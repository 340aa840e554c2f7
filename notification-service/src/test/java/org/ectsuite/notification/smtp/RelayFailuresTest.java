package org.ectsuite.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.ext.mail.SMTPException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayFailuresTest {

    @ParameterizedTest
    @CsvSource({
        "got error response, 554, UNREACHABLE",
        "got error response, 421, UNREACHABLE",
        "HELO failed., 550, UNREACHABLE",
        "AUTH PLAIN failed, 535, LOGIN_REFUSED",
        "AUTH LOGIN failed, 534, LOGIN_REFUSED",
        "AUTH PLAIN failed, 454, UNREACHABLE",
        "sender address not accepted, 530, LOGIN_REFUSED",
        "sender address not accepted, 553, SENDER_REFUSED",
        "sender address not accepted, 552, REFUSED",
        "sender address not accepted, 451, TURNED_AWAY",
        "recipient address not accepted, 550, REFUSED",
        "recipient address not accepted, 450, TURNED_AWAY",
        "recipient address not accepted, 421, UNREACHABLE",
        "DATA command not accepted, 554, REFUSED",
        "sending data failed, 554, REFUSED",
        "sending data failed, 452, TURNED_AWAY"
    })
    void knows_by_command_and_reply_whom_a_refusal_concerns(String stage, int code, Fault fault) {
        // When
        RelayException explained =
                RelayFailures.explain(new SMTPException(stage, code, List.of(code + " reason"), true));

        // Then
        assertThat(explained.fault()).isEqualTo(fault);
        assertThat(explained).hasMessageContaining(code + " reason");
    }

    @Test
    void keeps_a_relays_words_on_one_bounded_line() {
        // Given
        List<String> reply = List.of("550-first\r", "550 second\u0007" + "x".repeat(5000));

        // When
        RelayException explained =
                RelayFailures.explain(new SMTPException("recipient address not accepted", 550, reply, true));

        // Then
        assertThat(explained.getMessage())
                .startsWith("Refused by the relay: 550-first 550 second x")
                .hasSizeLessThan(450);
        assertThat(explained).message().matches(message -> message.chars().allMatch(c -> c >= ' '));
    }

    @Test
    void takes_a_connection_that_broke_off_for_a_mishap_of_this_mail() {
        assertThat(RelayFailures.explain(new IOException("socket was closed unexpected."))
                        .fault())
                .isEqualTo(Fault.TURNED_AWAY);
    }

    @Test
    void lets_a_mail_that_is_too_large_go() {
        assertThat(RelayFailures.explain(new RuntimeException("message exceeds allowed size limit"))
                        .fault())
                .isEqualTo(Fault.REFUSED);
    }
}
