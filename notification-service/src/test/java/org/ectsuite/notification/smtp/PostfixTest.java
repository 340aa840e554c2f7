package org.ectsuite.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.ectsuite.notification.smtp.SmtpConfig.Tls;
import org.ectsuite.testsupport.ReceivedMail;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the protocol is, a mail server of the field knows better than we: Postfix, with {@code smtp-sink} behind it. */
class PostfixTest {

    private static final String TO = "dl1abc@example.org";
    private static final SendingRate NO_LIMIT = new SendingRate(Optional.empty(), Clock.systemUTC());

    private static Vertx vertx;

    @BeforeAll
    static void open() {
        vertx = Vertx.vertx();
    }

    @AfterAll
    static void close() {
        vertx.closeAndAwait();
    }

    @BeforeEach
    void needsPostfix() {
        Optional<String> obstacle = Postfix.obstacle();
        assumeTrue(obstacle.isEmpty(), () -> "Postfix cannot be asked: " + obstacle.orElseThrow());
    }

    @ParameterizedTest
    @EnumSource(Tls.class)
    void passes_a_mail_on_unchanged_that_came_by_tls_and_after_a_login(Tls tls) {
        try (Postfix postfix = new Postfix()) {
            // When
            send(postfix.settings(tls), mail(TO, TEXT));

            // Then
            assertThat(postfix.awaitMails(1)).singleElement().satisfies(mail -> {
                assertThat(mail.encrypted()).isTrue();
                assertThat(mail.authenticatedAs()).contains("relay-user");
                assertThat(mail.envelopeRecipients()).containsExactly(TO);
                assertThat(mail.envelopeSender()).isEqualTo("ect@test.example");
                assertThat(mail.subject()).isEqualTo("Net log: Übung 📻");
                assertThat(mail.text()).isEqualToNormalizingNewlines(TEXT.strip());
                assertThat(mail.header("Message-ID")).containsExactly("<0195@test.example>");
                assertThat(mail.attachments())
                        .singleElement()
                        .satisfies(file -> assertThat(file.asText()).isEqualTo("number,callsign\r\n1,W1AW\r\n"));
            });
        }
    }

    @Test
    void leaves_the_signature_whole_and_keeps_the_way_back() {
        try (Postfix postfix = new Postfix()) {
            // When
            send(new SigningRelay(postfix.settings(Tls.STARTTLS), Optional.of("bounce@test.example")), mail(TO, TEXT));

            // Then
            ReceivedMail mail = postfix.awaitMails(1).getFirst();
            DkimCheck signature = new DkimCheck(mail.raw());
            assertThat(signature.verify(SigningRelay.KEYS.getPublic())).isTrue();
            assertThat(signature.signedHeaders()).contains("list-unsubscribe", "list-unsubscribe-post");
            assertThat(mail.envelopeSender()).startsWith("bounce+").endsWith("@test.example");
        }
    }

    @Test
    void hands_over_no_line_that_is_longer_than_the_standard_allows() {
        try (Postfix postfix = new Postfix()) {
            // Given: RFC 5321 section 4.5.3.1.6 ends lines after 1000 octets
            String text = "é".repeat(5_000);

            // When
            send(postfix.settings(Tls.STARTTLS), mail(TO, text));

            // Then
            ReceivedMail mail = postfix.awaitMails(1).getFirst();
            assertThat(mail.raw().lines()).allMatch(line -> line.length() <= 998);
            assertThat(mail.text()).isEqualToNormalizingNewlines(text);
        }
    }

    @Test
    void sends_many_over_few_connections_even_when_the_relay_ends_each_after_a_while() {
        // Given
        try (Postfix postfix = new Postfix("smtpd_timeout = 1s");
                SmtpRelay relay = relay(postfix.settings(Tls.STARTTLS))) {
            // When: a crowd, a pause in which Postfix hangs up, and another
            crowd(relay, 20);
            postfix.awaitMails(20);
            Awaitility.await("end of the idle connection")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> postfix.log().contains("timeout after"));
            crowd(relay, 5);

            // Then
            assertThat(postfix.awaitMails(25)).hasSize(25);
            long connections = postfix.log()
                    .lines()
                    .filter(line -> line.contains(": connect from"))
                    .count();
            // Three of them only asked whether the ports are open.
            assertThat(connections).isLessThan(3 + 25);
        }
    }

    @Test
    void tells_a_recipient_that_is_refused_from_one_that_is_to_come_again() {
        try (Postfix postfix = new Postfix();
                SmtpRelay relay = relay(postfix.settings(Tls.STARTTLS))) {
            // When
            RelayException unknown = failure(relay, mail(Postfix.UNKNOWN, TEXT));
            RelayException grey = failure(relay, mail(Postfix.GREYLISTED, TEXT));

            // Then
            assertThat(unknown.fault()).isEqualTo(Fault.REFUSED);
            assertThat(unknown).hasMessageContaining("550 5.1.1").hasMessageContaining("No such mailbox here");
            assertThat(grey.fault()).isEqualTo(Fault.TURNED_AWAY);
            assertThat(grey).hasMessageContaining("450 4.2.0").hasMessageContaining("come back in five minutes");
            // And the connection serves the next.
            relay.send(mail(TO, TEXT)).await().atMost(Duration.ofSeconds(30));
            assertThat(postfix.awaitMails(1)).hasSize(1);
        }
    }

    @Test
    void buries_a_mail_that_is_too_large_and_no_other() {
        try (Postfix postfix = new Postfix();
                SmtpRelay relay = relay(postfix.settings(Tls.STARTTLS))) {
            // When
            RelayException tooLarge = failure(relay, mail(TO, "radio ".repeat(50_000)));

            // Then
            assertThat(tooLarge.fault()).isEqualTo(Fault.REFUSED);
            relay.send(mail(TO, TEXT)).await().atMost(Duration.ofSeconds(30));
            assertThat(postfix.awaitMails(1)).hasSize(1);
        }
    }

    @Test
    void tells_a_refused_login_and_does_not_say_the_password() {
        try (Postfix postfix = new Postfix();
                SmtpRelay relay = relay(postfix.settings(Tls.STARTTLS).password("wrong-password"))) {
            // When
            RelayException refused = failure(relay, mail(TO, TEXT));

            // Then
            assertThat(refused.fault()).isEqualTo(Fault.LOGIN_REFUSED);
            assertThat(refused).hasMessageContaining("535 5.7.8");
            assertThat(refused.getMessage()).doesNotContain("wrong-password");
        }
    }

    @Test
    void stops_before_a_relay_that_does_not_let_it_use_its_sender() {
        try (Postfix postfix = new Postfix(
                        "smtpd_sender_restrictions = check_sender_access inline:{",
                        "    { ect@test.example = 553 5.7.1 Sender address rejected: not owned by user } }",
                        "smtpd_delay_reject = no");
                SmtpRelay relay = relay(postfix.settings(Tls.STARTTLS))) {
            // When
            RelayException refused = failure(relay, mail(TO, TEXT));

            // Then
            assertThat(refused.fault()).isEqualTo(Fault.SENDER_REFUSED);
            assertThat(refused).hasMessageContaining("not owned by user");
        }
    }

    @Test
    void takes_a_relay_that_wants_a_rest_for_one_that_is_away_and_buries_nothing() {
        // Given: a relay that takes one mail a minute of each client
        try (Postfix postfix = new Postfix("smtpd_client_message_rate_limit = 1", "anvil_rate_time_unit = 60s");
                SmtpRelay relay = relay(postfix.settings(Tls.STARTTLS))) {
            relay.send(mail(TO, TEXT)).await().atMost(Duration.ofSeconds(30));

            // When
            RelayException rest = failure(relay, mail(TO, TEXT));

            // Then
            assertThat(rest.fault()).isIn(Fault.TURNED_AWAY, Fault.UNREACHABLE);
            assertThat(rest).hasMessageContaining("450 4.7.1").hasMessageContaining("too much mail");
        }
    }

    private static final String TEXT = """
            Hello,
            .a line that begins with a dot
            ..and one with two

            .
            =20 is no escape, From here it goes on – näh
            end
            """;

    private static OutgoingMail mail(String to, String text) {
        return new OutgoingMail(
                "<0195@test.example>",
                new MailAddress("Jörg", to),
                Instant.parse("2026-03-12T18:30:00Z"),
                "Net log: Übung 📻",
                text,
                "<p>Hello, <b>Jörg</b></p>\n<p>.dot</p>\n",
                "https://ect.example.org/notification/unsubscribe/abc",
                List.of(new OutgoingMail.File(
                        "net.csv", "text/csv", "number,callsign\r\n1,W1AW\r\n".getBytes(StandardCharsets.UTF_8))));
    }

    private static SmtpRelay relay(SmtpConfig settings) {
        return new SmtpRelay(vertx, settings, 2, false, NO_LIMIT);
    }

    private static void send(SmtpConfig settings, OutgoingMail mail) {
        try (SmtpRelay relay = relay(settings)) {
            relay.send(mail).await().atMost(Duration.ofSeconds(30));
        }
    }

    private static void crowd(SmtpRelay relay, int count) {
        Multi.createFrom()
                .iterable(IntStream.range(0, count)
                        .mapToObj(number -> mail("dl" + number + "abc@example.org", TEXT))
                        .toList())
                .onItem()
                .transformToUniAndMerge(relay::send)
                .collect()
                .last()
                .await()
                .atMost(Duration.ofSeconds(60));
    }

    private static RelayException failure(SmtpRelay relay, OutgoingMail mail) {
        return catchThrowableOfType(
                RelayException.class, () -> relay.send(mail).await().atMost(Duration.ofSeconds(30)));
    }
}
