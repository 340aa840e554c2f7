package org.ectsuite.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.ectsuite.notification.smtp.Fault;
import org.ectsuite.notification.smtp.RelayException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class VerdictTest {

    @Test
    void buries_what_the_relay_refused_for_good() {
        assertThat(Verdict.after(new RelayException(Fault.REFUSED, "550 no such user")))
                .isEqualTo(new Verdict.Bury("550 no such user"));
    }

    @Test
    void tries_again_what_the_relay_turned_away() {
        assertThat(Verdict.after(new RelayException(Fault.TURNED_AWAY, "451 later")))
                .isEqualTo(new Verdict.TryAgain("451 later"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"UNREACHABLE", "LOGIN_REFUSED", "UNTRUSTED", "SENDER_REFUSED"})
    void pauses_the_lane_rather_than_bury_its_queue(Fault fault) {
        // Given
        RelayException failure = new RelayException(fault, "why");

        // When
        Verdict verdict = Verdict.after(failure);

        // Then
        assertThat(fault.concernsEveryMail()).isTrue();
        assertThat(verdict).isEqualTo(new Verdict.PauseLane(failure));
    }

    @Test
    void buries_a_mail_to_nobody() {
        assertThat(Verdict.after(new NoRecipientException("gone"))).isEqualTo(new Verdict.Bury("gone"));
        assertThat(Verdict.after(new SuppressedException("not wanted"))).isEqualTo(new Verdict.Suppress("not wanted"));
    }

    @Test
    void asks_again_soon_for_an_address_that_could_not_be_looked_up() {
        assertThat(Verdict.after(new DirectoryException(new IOException("connection refused"))))
                .isEqualTo(new Verdict.TryAgainSoon("The recipient could not be looked up: IOException"));
    }

    @Test
    void keeps_the_words_of_foreign_failures_to_itself() {
        // Given: a message that quotes the letter
        RuntimeException failure =
                new IllegalStateException("cannot render https://ect.example/auth/sign-in/link?t=secret");

        // When
        Verdict verdict = Verdict.after(failure);

        // Then
        assertThat(verdict).isEqualTo(new Verdict.TryAgain("Failed inside: IllegalStateException"));
    }
}
