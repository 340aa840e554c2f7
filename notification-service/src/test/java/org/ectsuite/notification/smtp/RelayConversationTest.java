package org.ectsuite.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ectsuite.notification.smtp.RelayReport.Name;
import org.ectsuite.notification.smtp.RelayReport.Step;
import org.ectsuite.notification.smtp.SmtpConfig.Tls;
import org.ectsuite.testsupport.SmtpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RelayConversationTest {

    @ParameterizedTest
    @EnumSource(Tls.class)
    void goes_well_with_a_sound_relay_and_sends_nothing(Tls tls) {
        try (SmtpServer server = server(tls)) {
            // When
            RelayReport report = hold(RelaySettings.of(server, tls));

            // Then
            assertThat(report.works()).isTrue();
            assertThat(report.steps()).allMatch(Step::works);
            assertThat(report.steps())
                    .extracting(Step::name)
                    .containsExactlyElementsOf(
                            tls == Tls.IMPLICIT
                                    ? List.of(
                                            Name.CONNECT, Name.TLS, Name.GREETING, Name.HELLO, Name.LOGIN, Name.SENDER)
                                    : List.of(
                                            Name.CONNECT,
                                            Name.GREETING,
                                            Name.HELLO,
                                            Name.STARTTLS,
                                            Name.TLS,
                                            Name.HELLO,
                                            Name.LOGIN,
                                            Name.SENDER));
            assertThat(step(report, Name.TLS).meaning()).contains("TLSv1.3").contains("names localhost");
            assertThat(step(report, Name.TLS).answered()).anyMatch(line -> line.contains("localhost"));
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void never_shows_the_password() {
        try (SmtpServer server = server(Tls.STARTTLS)) {
            // When
            String report = hold(RelaySettings.of(server, Tls.STARTTLS)).toString();

            // Then
            assertThat(report)
                    .contains("AUTH PLAIN (relay-user and the password)")
                    .doesNotContain(server.password());
        }
    }

    @Test
    void explains_a_refused_login() {
        try (SmtpServer server = server(Tls.STARTTLS)) {
            // When
            RelayReport report = hold(RelaySettings.of(server, Tls.STARTTLS).password("wrong"));

            // Then
            assertThat(report.works()).isFalse();
            assertThat(report.steps().getLast().name()).isEqualTo(Name.LOGIN);
            assertThat(report.steps().getLast().answered()).anyMatch(line -> line.startsWith("535"));
            assertThat(report.steps().getLast().meaning()).contains("ECT_SMTP_PASSWORD");
        }
    }

    @ParameterizedTest
    @EnumSource(Tls.class)
    void explains_a_certificate_of_another_host_and_tells_it_nothing(Tls tls) {
        try (SmtpServer server = SmtpServer.builder()
                .tls(tls == Tls.IMPLICIT ? SmtpServer.Tls.IMPLICIT : SmtpServer.Tls.STARTTLS)
                .certificateOfAnotherHost()
                .start()) {
            // When
            RelayReport report = hold(RelaySettings.of(server, tls));

            // Then
            assertThat(report.works()).isFalse();
            assertThat(report.steps().getLast().name()).isEqualTo(Name.TLS);
            assertThat(report.steps().getLast().answered()).anyMatch(line -> line.contains("mail.elsewhere.example"));
            assertThat(report.steps().getLast().meaning()).contains("another host than localhost");
        }
    }

    @Test
    void explains_a_certificate_of_an_unknown_authority() {
        try (SmtpServer server = server(Tls.STARTTLS)) {
            // When
            RelayReport report = hold(RelaySettings.of(server, Tls.STARTTLS).caFile(Optional.empty()));

            // Then
            assertThat(report.steps().getLast().name()).isEqualTo(Name.TLS);
            assertThat(report.steps().getLast().meaning()).contains("ECT_SMTP_CA_FILE");
        }
    }

    @Test
    void says_nothing_secret_to_a_relay_without_encryption() {
        try (SmtpServer server = SmtpServer.builder().tls(SmtpServer.Tls.NONE).start()) {
            // When
            RelayReport report = hold(RelaySettings.of(server, Tls.STARTTLS));

            // Then
            assertThat(report.steps().getLast().name()).isEqualTo(Name.STARTTLS);
            assertThat(report.steps().getLast().meaning()).contains("offers no encryption");
            assertThat(report.steps()).noneMatch(step -> step.name() == Name.LOGIN);
        }
    }

    @Test
    void explains_a_relay_that_expects_no_tls_from_the_start() {
        try (SmtpServer server = server(Tls.STARTTLS)) {
            // When
            RelayReport report = hold(RelaySettings.of(server, Tls.IMPLICIT));

            // Then
            assertThat(report.steps().getLast().name()).isEqualTo(Name.TLS);
            assertThat(report.steps().getLast().meaning()).contains("ECT_SMTP_TLS must be starttls");
        }
    }

    @Test
    void explains_a_relay_without_login() {
        try (SmtpServer server = SmtpServer.builder().withoutLogin().start()) {
            // When
            RelayReport report = hold(RelaySettings.of(server, Tls.STARTTLS));

            // Then
            assertThat(report.steps().getLast().name()).isEqualTo(Name.LOGIN);
            assertThat(report.steps().getLast().meaning()).contains("offers no login");
        }
    }

    @Test
    void explains_a_port_at_which_nobody_listens() throws IOException {
        // Given
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (SmtpServer server = server(Tls.STARTTLS)) {
            // When
            RelayReport report = hold(RelaySettings.of(server, Tls.STARTTLS).address("localhost", port));

            // Then
            assertThat(report.steps()).hasSize(1);
            assertThat(report.steps().getLast().meaning()).contains("ECT_SMTP_PORT");
        }
    }

    private static Step step(RelayReport report, Name name) {
        return report.steps().stream()
                .filter(step -> step.name() == name)
                .findFirst()
                .orElseThrow();
    }

    private static RelayReport hold(SmtpConfig config) {
        return new RelayConversation(config, Clock.systemUTC()).hold();
    }

    private static SmtpServer server(Tls tls) {
        return SmtpServer.builder()
                .tls(tls == Tls.IMPLICIT ? SmtpServer.Tls.IMPLICIT : SmtpServer.Tls.STARTTLS)
                .start();
    }
}
