package org.ectsuite.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailboxTest {

    private static final String PASSWORD = "a-password-of-the-test";

    @TempDir
    private Path folder = Path.of("");

    private Vertx vertx = Vertx.vertx();
    private Ports ports = new Ports(0);

    private AutoCloseable mailbox = () -> {};

    @BeforeEach
    void start() throws IOException {
        StackFolders folders = TestStack.folders(folder);
        vertx = Vertx.vertx();
        ports = TestStack.freePorts();
        MailCertificate certificate = MailCertificate.in(folders.secrets(), PASSWORD);
        mailbox = Mailbox.start(
                vertx, new MailStore(folders.mailbox(), Clock.systemUTC()), ports, certificate.sslContext(), PASSWORD);
    }

    @AfterEach
    void stop() throws Exception {
        mailbox.close();
        Await.result(vertx.close());
    }

    @Test
    void shows_a_mail_that_came_over_starttls_with_its_parts_and_attachments() throws Exception {
        // When
        send("a <script>alert(1)</script> subject", PASSWORD, true);

        // Then
        JsonArray mails = new JsonArray(get("/api/mails?to=op@example.org").body());
        assertThat(mails).hasSize(1);
        JsonObject mail = mails.getJsonObject(0);
        assertThat(mail.getString("text")).isEqualTo("plain words");
        assertThat(mail.getString("html")).isEqualTo("<p>rich words</p>");
        assertThat(mail.getJsonArray("attachments").getJsonObject(0).getString("name"))
                .isEqualTo("log.csv");
        assertThat(get("/api/mails/" + mail.getString("id") + "/attachments/0").body())
                .isEqualTo("a,b\r\n");
        assertThat(get("/").body()).contains("&lt;script&gt;").doesNotContain("<script>");
    }

    @Test
    void refuses_a_wrong_password_and_keeps_nothing() throws Exception {
        // When
        assertThatThrownBy(() -> send("wrong", "another password", true)).isInstanceOf(MessagingException.class);

        // Then
        assertThat(new JsonArray(get("/api/mails").body())).isEmpty();
    }

    @Test
    void refuses_mail_in_the_clear() throws Exception {
        // When
        assertThatThrownBy(() -> send("clear", PASSWORD, false)).isInstanceOf(MessagingException.class);

        // Then
        assertThat(new JsonArray(get("/api/mails").body())).isEmpty();
    }

    @Test
    void answers_only_to_its_own_name_so_that_no_other_site_can_read_it() throws Exception {
        // When
        String answer;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ports.mailboxPage())) {
            socket.getOutputStream()
                    .write("GET /api/mails HTTP/1.1\r\nHost: attacker.example\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        // Then
        assertThat(answer).startsWith("HTTP/1.1 403");
    }

    @Test
    void knows_no_mail_outside_its_folder() throws Exception {
        assertThat(get("/mails/..%2F..%2Fsecrets%2Fmailbox").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + ports.mailboxPage() + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private void send(String subject, String password, boolean tls) throws Exception {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "localhost");
        properties.put("mail.smtp.port", String.valueOf(ports.mailboxSmtp()));
        properties.put("mail.smtp.auth", String.valueOf(tls));
        properties.put("mail.smtp.starttls.enable", String.valueOf(tls));
        properties.put("mail.smtp.starttls.required", String.valueOf(tls));
        properties.put("mail.smtp.ssl.trust", "localhost");
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("suite@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress("op@example.org"));
        message.setSubject(subject);
        MimeBodyPart text = new MimeBodyPart();
        text.setText("plain words");
        MimeBodyPart html = new MimeBodyPart();
        html.setContent("<p>rich words</p>", "text/html");
        MimeMultipart alternatives = new MimeMultipart("alternative", text, html);
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(alternatives);
        MimeBodyPart attachment = new MimeBodyPart();
        attachment.setContent("a,b\r\n", "text/csv");
        attachment.setFileName("log.csv");
        message.setContent(new MimeMultipart("mixed", body, attachment));
        message.saveChanges();
        if (tls) {
            Transport.send(message, Mailbox.USERNAME, password);
        } else {
            Transport.send(message);
        }
    }
}
