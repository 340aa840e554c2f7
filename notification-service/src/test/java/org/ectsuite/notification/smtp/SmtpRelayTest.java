package org.ectsuite.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.ext.mail.MailClient;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ectsuite.notification.smtp.SmtpConfig.Tls;
import org.ectsuite.testsupport.ReceivedMail;
import org.ectsuite.testsupport.SmtpServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to the relay, against real SMTP servers with real TLS. */
class SmtpRelayTest {

    private static final String TO = "dl1abc@example.org";

    private static Vertx vertx;

    private static final SendingRate NO_LIMIT = new SendingRate(Optional.empty(), Clock.systemUTC());

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        vertx.closeAndAwait();
    }

    // ---- What gets through ----

    @ParameterizedTest
    @EnumSource(Tls.class)
    void hands_a_mail_over_encrypted_and_after_a_login(Tls tls) {
        try (SmtpServer server = server(tls)) {
            // When
            send(RelaySettings.of(server, tls), mail());

            // Then
            ReceivedMail received = server.awaitMailTo(TO);
            assertThat(received.encrypted()).isTrue();
            assertThat(received.authenticatedAs()).contains(server.username());
            assertThat(received.envelopeSender()).isEqualTo("ect@test.example");
            assertThat(received.subject()).isEqualTo("Net log: Übung 📻");
            assertThat(received.text())
                    .isEqualToNormalizingNewlines(mail().text().strip());
            assertThat(received.html())
                    .isEqualToNormalizingNewlines(mail().html().strip());
            assertThat(received.header("Message-ID")).containsExactly("<0195@test.example>");
            assertThat(received.header("From")).containsExactly("\"ECT Suite\" <ect@test.example>");
            assertThat(received.header("Date")).containsExactly("Thu, 12 Mar 2026 18:30:00 GMT");
            assertThat(received.header("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(received.attachments()).singleElement().satisfies(file -> {
                assertThat(file.name()).isEqualTo("net.csv");
                assertThat(file.contentType()).startsWith("text/csv");
                assertThat(file.asText()).isEqualTo("number,callsign\r\n1,W1AW\r\n");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Evil\r\nBcc: victim@example.com", "Evil\nBcc: victim@example.com", "a\r\n\r\nbody"})
    void lets_neither_name_nor_subject_add_a_header(String text) {
        try (SmtpServer server = SmtpServer.start()) {
            // Given
            OutgoingMail mail = new OutgoingMail(
                    "<0195@test.example>",
                    new MailAddress(text, TO),
                    Instant.EPOCH,
                    text,
                    "text",
                    "<p>html</p>",
                    null,
                    List.of());

            // When
            send(RelaySettings.of(server, Tls.STARTTLS), mail);

            // Then
            ReceivedMail received = server.awaitMailTo(TO);
            assertThat(received.envelopeRecipients()).containsExactly(TO);
            assertThat(received.header("Bcc")).isEmpty();
            assertThat(received.subject()).doesNotContain("\n").doesNotContain("\r");
            assertThat(received.text()).isEqualTo("text");
        }
    }

    // ---- What must not get through: six ways to a wrong relay ----

    @ParameterizedTest
    @EnumSource(Tls.class)
    void refuses_a_certificate_of_another_host(Tls tls) {
        try (SmtpServer server = SmtpServer.builder()
                .tls(serverTls(tls))
                .certificateOfAnotherHost()
                .start()) {
            // When
            RelayException failure = refused(RelaySettings.of(server, tls));

            // Then
            assertThat(failure.fault()).isEqualTo(Fault.UNTRUSTED);
            assertThat(server.attempts()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Tls.class)
    void refuses_a_certificate_of_an_unknown_authority(Tls tls) {
        try (SmtpServer server = server(tls);
                SmtpServer other = server(tls)) {
            // Given: trust in another authority, or in those of the JDK alone
            RelaySettings settings = RelaySettings.of(server, tls);

            // When
            RelayException ofOther =
                    refused(settings.caFile(RelaySettings.of(other, tls).caFile()));
            RelayException ofJdk = refused(settings.caFile(Optional.empty()));

            // Then
            assertThat(ofOther.fault()).isEqualTo(Fault.UNTRUSTED);
            assertThat(ofJdk.fault()).isEqualTo(Fault.UNTRUSTED);
            assertThat(server.attempts()).isZero();
        }
    }

    @Test
    void says_nothing_secret_to_a_relay_without_starttls() {
        try (SmtpServer sound = SmtpServer.start();
                ScriptedServer plain = new ScriptedServer("220 relay", line -> switch (verb(line)) {
                    case "EHLO" -> "250-relay\r\n250 AUTH PLAIN LOGIN";
                    case "QUIT" -> "221 bye";
                    default -> "250 ok";
                })) {
            // When
            RelayException failure =
                    refused(RelaySettings.of(sound, Tls.STARTTLS).address("localhost", plain.port()));

            // Then
            assertThat(failure.fault()).isEqualTo(Fault.UNTRUSTED);
            assertThat(failure).hasMessage("The relay offers no STARTTLS");
            assertThat(plain.heard()).allMatch(line -> List.of("EHLO", "QUIT").contains(verb(line)));
        }
    }

    @Test
    void says_nothing_at_all_to_a_relay_without_tls_where_it_expects_tls() {
        try (SmtpServer sound = SmtpServer.start();
                ScriptedServer plain = new ScriptedServer("220 relay", line -> "250 ok")) {
            // When
            RelayException failure = refused(RelaySettings.of(sound, Tls.IMPLICIT)
                    .address("localhost", plain.port())
                    .patience(Duration.ofMillis(500), Duration.ofSeconds(5)));

            // Then
            assertThat(failure.fault()).isEqualTo(Fault.UNTRUSTED);
            assertThat(plain.heard()).noneMatch(line -> line.contains("AUTH") || line.contains("MAIL"));
        }
    }

    @Test
    void would_meet_every_relay_if_the_host_name_algorithm_were_set() {
        // The mail client sets the algorithm itself where it is unset, and clears it where it is set. As long as this
        // test
        // holds, nobody may set it; when it fails, the client was mended.
        try (SmtpServer server = SmtpServer.builder().certificateOfAnotherHost().start()) {
            // Given
            RelaySettings settings = RelaySettings.of(server, Tls.STARTTLS);
            MailConfig ours = SmtpRelay.options(settings, new MailAddress("", "ect@test.example"), 1);
            assertThat(ours.getHostnameVerificationAlgorithm()).isNullOrEmpty();
            assertThat(ours.isTrustAll()).isFalse();
            assertThat(ours.getEnabledSecureTransportProtocols()).containsExactlyInAnyOrder("TLSv1.2", "TLSv1.3");

            // When
            MailClient trap = MailClient.create(vertx, new MailConfig(ours).setHostnameVerificationAlgorithm("HTTPS"));
            trap.sendMailAndAwait(new MailMessage("ect@test.example", TO, "subject", "text"));

            // Then
            assertThat(server.mails()).hasSize(1);
            trap.closeAndAwait();
        }
    }

    // ---- Logins ----

    @Test
    void tells_a_refused_login_from_a_refused_mail() {
        try (SmtpServer server = SmtpServer.start()) {
            // When
            RelayException failure =
                    refused(RelaySettings.of(server, Tls.STARTTLS).password("wrong"));

            // Then
            assertThat(failure.fault()).isEqualTo(Fault.LOGIN_REFUSED);
            assertThat(failure.getMessage()).contains("535").doesNotContain("wrong");
            assertThat(server.attempts()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource(Tls.class)
    void gives_no_mail_to_a_relay_without_login(Tls tls) {
        try (SmtpServer server =
                SmtpServer.builder().tls(serverTls(tls)).withoutLogin().start()) {
            // When
            RelayException failure = refused(RelaySettings.of(server, tls));

            // Then
            assertThat(failure.fault()).isEqualTo(Fault.LOGIN_REFUSED);
            assertThat(server.attempts()).isZero();
            assertThat(server.mails()).isEmpty();
        }
    }

    // ---- Refusals ----

    @Test
    void keeps_the_words_of_a_relay_that_refuses_for_good() {
        try (SmtpServer server = SmtpServer.start()) {
            // Given
            server.refuse(TO);

            // When
            RelayException failure = refused(RelaySettings.of(server, Tls.STARTTLS));

            // Then
            assertThat(failure.fault()).isEqualTo(Fault.REFUSED);
            assertThat(failure).hasMessageContaining("550 5.1.1 No such mailbox");
        }
    }

    @Test
    void tells_a_relay_that_turns_a_mail_away_for_now() {
        try (SmtpServer server = SmtpServer.start()) {
            // Given
            server.defer(TO, 1);

            // When
            RelayException failure = refused(RelaySettings.of(server, Tls.STARTTLS));

            // Then
            assertThat(failure.fault()).isEqualTo(Fault.TURNED_AWAY);
            assertThat(failure).hasMessageContaining("451 4.3.0 Try again later");
        }
    }

    @Test
    void tells_a_relay_that_is_closing() {
        try (SmtpServer server = SmtpServer.start()) {
            // Given
            server.refuse(TO, 421, "4.3.2 Shutting down", 1);

            // When
            RelayException failure = refused(RelaySettings.of(server, Tls.STARTTLS));

            // Then
            assertThat(failure.fault()).isEqualTo(Fault.UNREACHABLE);
        }
    }

    @Test
    void does_not_bury_mails_of_a_relay_that_takes_none() {
        try (SmtpServer sound = SmtpServer.start();
                ScriptedServer busy = new ScriptedServer("554 no SMTP service here", line -> "221 bye")) {
            // When
            RelayException failure =
                    refused(RelaySettings.of(sound, Tls.STARTTLS).address("localhost", busy.port()));

            // Then
            assertThat(failure.fault()).isEqualTo(Fault.UNREACHABLE);
            assertThat(failure).hasMessageContaining("554 no SMTP service here");
        }
    }

    @Test
    void tells_a_relay_that_cannot_be_reached() throws IOException {
        try (SmtpServer sound = SmtpServer.start()) {
            // Given: a port on which nobody listens
            int closed;
            try (ServerSocket socket = new ServerSocket(0)) {
                closed = socket.getLocalPort();
            }
            RelaySettings settings = RelaySettings.of(sound, Tls.STARTTLS);

            // When
            RelayException nobody = refused(settings.address("localhost", closed));
            RelayException nowhere = refused(settings.address("relay.invalid", 587));

            // Then
            assertThat(nobody.fault()).isEqualTo(Fault.UNREACHABLE);
            assertThat(nowhere.fault()).isEqualTo(Fault.UNREACHABLE);
        }
    }

    @Test
    void gives_up_on_a_silent_relay_and_takes_its_place_in_the_pool_back() {
        try (SmtpServer sound = SmtpServer.start();
                ScriptedServer silent = new ScriptedServer("", line -> "")) {
            // Given: a single connection, on which the first mail hangs
            RelaySettings settings = RelaySettings.of(sound, Tls.STARTTLS)
                    .address("localhost", silent.port())
                    .patience(Duration.ofMillis(300), Duration.ofMillis(1500));
            try (SmtpRelay relay = new SmtpRelay(vertx, settings, 1, false, NO_LIMIT)) {
                // When
                RelayException first = failure(relay, mail());
                RelayException second = failure(relay, mail());

                // Then: the second had its turn, since the first gave the connection back
                assertThat(first.fault()).isEqualTo(Fault.TURNED_AWAY);
                assertThat(second.fault()).isEqualTo(Fault.TURNED_AWAY);
                assertThat(silent.connections()).isEqualTo(2);
            }
        }
    }

    @Test
    void stops_waiting_for_a_relay_that_keeps_talking_without_an_end() {
        try (SmtpServer sound = SmtpServer.start();
                ScriptedServer slow = new ScriptedServer("220-a moment", line -> "")) {
            // Given
            RelaySettings settings = RelaySettings.of(sound, Tls.STARTTLS)
                    .address("localhost", slow.port())
                    .patience(Duration.ofSeconds(30), Duration.ofMillis(300));

            // When
            RelayException failure = refused(settings);

            // Then
            assertThat(failure.fault()).isEqualTo(Fault.TURNED_AWAY);
            assertThat(failure).hasMessage("The relay did not finish within the time allowed");
        }
    }

    // ---- Return path and signature ----

    @Test
    void sends_from_a_return_path_that_names_the_mail() {
        try (SmtpServer server = server(Tls.STARTTLS)) {
            // When
            send(new SigningRelay(RelaySettings.of(server, Tls.STARTTLS), Optional.of("bounces@test.example")), mail());

            // Then
            ReceivedMail received = server.awaitMailTo(TO);
            assertThat(received.envelopeSender()).isEqualTo("bounces+0195@test.example");
            assertThat(received.header("From")).containsExactly("\"ECT Suite\" <ect@test.example>");
        }
    }

    @Test
    void signs_what_is_said_and_the_way_out() {
        try (SmtpServer server = server(Tls.STARTTLS)) {
            // When
            send(new SigningRelay(RelaySettings.of(server, Tls.STARTTLS), Optional.empty()), mail());

            // Then
            ReceivedMail received = server.awaitMailTo(TO);
            DkimCheck check = new DkimCheck(received.raw());
            assertThat(check.tag("d")).isEqualTo("test.example");
            assertThat(check.tag("s")).isEqualTo("ect2026");
            assertThat(check.signedHeaders())
                    .contains("from", "to", "subject", "message-id", "list-unsubscribe", "list-unsubscribe-post");
            assertThat(check.verify(SigningRelay.KEYS.getPublic())).isTrue();
        }
    }

    @Test
    void signs_a_mail_without_a_way_out_too() {
        try (SmtpServer server = server(Tls.STARTTLS)) {
            // Given
            OutgoingMail signIn = new OutgoingMail(
                    "<0196@test.example>",
                    new MailAddress("", TO),
                    Instant.EPOCH,
                    "Sign in",
                    "text\n",
                    "<p>html</p>\n",
                    null,
                    List.of());

            // When
            send(new SigningRelay(RelaySettings.of(server, Tls.STARTTLS), Optional.empty()), signIn);

            // Then
            assertThat(new DkimCheck(server.awaitMailTo(TO).raw()).verify(SigningRelay.KEYS.getPublic()))
                    .isTrue();
        }
    }

    private static OutgoingMail mail() {
        return new OutgoingMail(
                "<0195@test.example>",
                new MailAddress("Jörg", TO),
                Instant.parse("2026-03-12T18:30:00Z"),
                "Net log: Übung 📻",
                "Hello,\n.a line that begins with a dot\n\n=20 is no escape – näh\nend\n",
                "<p>Hello, <b>Jörg</b></p>\n<p>.dot</p>\n",
                "https://ect.example.org/notification/unsubscribe/abc",
                List.of(new OutgoingMail.File(
                        "net.csv", "text/csv", "number,callsign\r\n1,W1AW\r\n".getBytes(StandardCharsets.UTF_8))));
    }

    private static SmtpServer server(Tls tls) {
        return SmtpServer.builder().tls(serverTls(tls)).start();
    }

    private static SmtpServer.Tls serverTls(Tls tls) {
        return switch (tls) {
            case STARTTLS -> SmtpServer.Tls.STARTTLS;
            case IMPLICIT -> SmtpServer.Tls.IMPLICIT;
        };
    }

    private static String verb(String line) {
        return line.split(" ", 2)[0];
    }

    private static void send(SmtpConfig settings, OutgoingMail mail) {
        try (SmtpRelay relay = new SmtpRelay(vertx, settings, 1, false, NO_LIMIT)) {
            relay.send(mail).await().atMost(Duration.ofSeconds(15));
        }
    }

    private static RelayException refused(RelaySettings settings) {
        try (SmtpRelay relay = new SmtpRelay(vertx, settings, 1, false, NO_LIMIT)) {
            return failure(relay, mail());
        }
    }

    private static RelayException failure(SmtpRelay relay, OutgoingMail mail) {
        return catchThrowableOfType(
                RelayException.class, () -> relay.send(mail).await().atMost(Duration.ofSeconds(15)));
    }
}
