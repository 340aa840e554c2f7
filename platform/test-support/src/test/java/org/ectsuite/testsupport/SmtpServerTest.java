package org.ectsuite.testsupport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.activation.DataHandler;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

/** A mail client that knows nothing of ours judges the relay. */
class SmtpServerTest {
    /** How the client of a test behaves. */
    private record Client(SmtpServer server, boolean encrypts, String password) {
        static Client of(SmtpServer server) {
            return new Client(server, true, server.password());
        }

        void send(String to) throws MessagingException, IOException, GeneralSecurityException {
            var settings = new Properties();
            settings.put("mail.smtp.host", "localhost");
            settings.put("mail.smtp.port", Integer.toString(server.port()));
            settings.put("mail.smtp.starttls.required", Boolean.toString(encrypts));
            settings.put("mail.smtp.starttls.enable", Boolean.toString(encrypts));
            settings.put("mail.smtp.ssl.checkserveridentity", "true");
            settings.put(
                    "mail.smtp.ssl.socketFactory",
                    trusting(Path.of(server.caFile())).getSocketFactory());
            settings.put("mail.smtp.auth", "true");
            var session = Session.getInstance(settings);
            var message = new MimeMessage(session);
            message.setFrom("ect@test.example");
            message.setRecipients(Message.RecipientType.TO, to);
            message.setSubject("Netz-Bericht für W1AW", "UTF-8");
            var text = new MimeBodyPart();
            text.setText("Grüße", "UTF-8");
            var html = new MimeBodyPart();
            html.setText("<p>Grüße</p>", "UTF-8", "html");
            var file = new MimeBodyPart();
            file.setDataHandler(new DataHandler(new ByteArrayDataSource("a,b\r\n", "text/csv")));
            file.setFileName("log.csv");
            message.setContent(new MimeMultipart("mixed", part(new MimeMultipart("alternative", text, html)), file));
            message.saveChanges();
            try (var transport = session.getTransport("smtp")) {
                transport.connect(server.username(), password);
                transport.sendMessage(message, message.getAllRecipients());
            }
        }

        private static MimeBodyPart part(MimeMultipart content) throws MessagingException {
            var part = new MimeBodyPart();
            part.setContent(content);
            return part;
        }

        private static SSLContext trusting(Path pem) throws IOException, GeneralSecurityException {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            try (var input = Files.newInputStream(pem)) {
                store.setCertificateEntry(
                        "ca", CertificateFactory.getInstance("X.509").generateCertificate(input));
            }
            var managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(store);
            var context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        }
    }

    @Test
    void takes_an_encrypted_mail_of_a_known_user() throws Exception {
        try (var server = SmtpServer.start()) {
            // When
            Client.of(server).send("alice@test.example");

            // Then
            var mail = server.awaitMailTo("alice@test.example");
            assertThat(mail.encrypted()).isTrue();
            assertThat(mail.authenticatedAs()).contains(server.username());
            assertThat(mail.envelopeSender()).isEqualTo("ect@test.example");
            assertThat(mail.recipient()).isEqualTo("alice@test.example");
            assertThat(mail.subject()).isEqualTo("Netz-Bericht für W1AW");
            assertThat(mail.text()).isEqualTo("Grüße");
            assertThat(mail.html()).isEqualTo("<p>Grüße</p>");
            assertThat(mail.header("From")).containsExactly("ect@test.example");
            assertThat(mail.attachments()).singleElement().satisfies(file -> {
                assertThat(file.name()).isEqualTo("log.csv");
                assertThat(file.contentType()).isEqualTo("text/csv");
                assertThat(file.asText()).isEqualTo("a,b\r\n");
            });
        }
    }

    @Test
    void refuses_a_mail_before_encryption() {
        try (var server = SmtpServer.start()) {
            assertThatThrownBy(() -> new Client(server, false, server.password()).send("alice@test.example"))
                    .isInstanceOf(MessagingException.class);
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void refuses_a_wrong_password() {
        try (var server = SmtpServer.start()) {
            assertThatThrownBy(() -> new Client(server, true, "wrong").send("alice@test.example"))
                    .isInstanceOf(AuthenticationFailedException.class);
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void one_without_encryption_fails_a_client_that_insists() {
        try (var server = SmtpServer.builder().tls(SmtpServer.Tls.NONE).start()) {
            assertThatThrownBy(() -> Client.of(server).send("alice@test.example"))
                    .isInstanceOf(MessagingException.class)
                    .hasMessageContaining("STARTTLS");
        }
    }

    @Test
    void one_with_the_certificate_of_another_host_fails_a_client_that_looks() {
        try (var server = SmtpServer.builder().certificateOfAnotherHost().start()) {
            assertThatThrownBy(() -> Client.of(server).send("alice@test.example"))
                    .isInstanceOf(MessagingException.class);
            assertThat(server.mails()).isEmpty();
        }
    }

    @Test
    void refuses_a_recipient_for_good() {
        try (var server = SmtpServer.start()) {
            // Given
            server.refuse("gone@test.example");

            // When
            assertThatThrownBy(() -> Client.of(server).send("gone@test.example"))
                    .isInstanceOf(SendFailedException.class)
                    .hasStackTraceContaining("550 5.1.1");

            // Then
            assertThat(server.mails()).isEmpty();
            assertThat(server.attempts()).isEqualTo(1);
        }
    }

    @Test
    void puts_a_recipient_off_and_takes_it_later() throws Exception {
        try (var server = SmtpServer.start()) {
            // Given
            server.defer("busy@test.example", 1);
            assertThatThrownBy(() -> Client.of(server).send("busy@test.example"))
                    .hasStackTraceContaining("451 4.3.0");

            // When
            Client.of(server).send("busy@test.example");

            // Then
            assertThat(server.mailsTo("busy@test.example")).hasSize(1);
        }
    }
}
