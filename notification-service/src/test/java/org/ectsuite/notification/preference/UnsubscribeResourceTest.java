package org.ectsuite.notification.preference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ectsuite.notification.SendRequests.accepted;
import static org.ectsuite.notification.SendRequests.awaitStatus;
import static org.ectsuite.notification.SendRequests.netLog;
import static org.ectsuite.notification.SendRequests.signInLink;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ectsuite.notification.message.MessageStatus;
import org.ectsuite.testsupport.ReceivedMail;
import org.ectsuite.testsupport.SmtpServer;
import org.ectsuite.testsupport.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The way out of a mailing, as mail programs and people take it. */
@QuarkusTest
class UnsubscribeResourceTest {

    private final SmtpServer relay = SmtpServer.current();
    private final String address = "reader-" + UUID.randomUUID() + "@example.org";

    @BeforeEach
    void forget() {
        relay.forget();
    }

    @Test
    void stands_in_every_mailing_and_in_no_mail_that_somebody_asked_for() {
        // When
        ReceivedMail mailing = mailing();
        accepted(signInLink(address));
        ReceivedMail signIn = relay.awaitMailsTo(address, 2).getLast();

        // Then
        String link = link(mailing);
        assertThat(link).startsWith("http://localhost:8080/notification/unsubscribe/");
        assertThat(mailing.header("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(mailing.text()).contains("Stop these mails:").contains(link);
        assertThat(mailing.html()).contains("href=\"" + link + "\"");
        assertThat(signIn.header("List-Unsubscribe")).isEmpty();
        assertThat(signIn.html()).doesNotContain("unsubscribe");
    }

    @Test
    void stops_the_list_by_one_post_without_cookie_or_token() {
        // Given
        String path = path(link(mailing()));

        // When
        RestAssured.given()
                .contentType("application/x-www-form-urlencoded")
                .body("List-Unsubscribe=One-Click")
                .post(path)
                .then()
                .statusCode(200)
                .body(containsString("net logs of Oberrhein Emergency Net"));

        // Then
        awaitStatus(accepted(netLog(Map.of("address", address))), MessageStatus.SUPPRESSED);
        awaitStatus(accepted(signInLink(address)), MessageStatus.SENT);
        assertThat(TestDatabase.current()
                        .query("select count(*) from audit_event where action = 'mail.unsubscribed'"
                                + " and actor_client = 'notification-service' and after ->> 'kind' = 'net-log'"))
                .isNotEqualTo(List.of("0"));
    }

    @Test
    void takes_the_post_of_mail_programs_that_send_multipart() {
        String path = path(link(mailing()));

        RestAssured.given()
                .multiPart("List-Unsubscribe", "One-Click")
                .post(path)
                .then()
                .statusCode(200);

        awaitStatus(accepted(netLog(Map.of("address", address))), MessageStatus.SUPPRESSED);
    }

    @Test
    void changes_nothing_when_a_scanner_looks_at_it() {
        // Given
        String path = path(link(mailing()));

        // When
        RestAssured.given()
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html;charset=UTF-8")
                .header("Content-Security-Policy", startsWith("default-src 'none'; style-src 'sha256-"))
                .header("Referrer-Policy", "no-referrer")
                .body(containsString("Stop these mails?"))
                .body(containsString("<form method=\"post\">"))
                .body(not(containsString("<script")));
        RestAssured.given().head(path).then().statusCode(200);

        // Then
        awaitStatus(accepted(netLog(Map.of("address", address))), MessageStatus.SENT);
    }

    @Test
    void lets_somebody_who_pressed_by_mistake_come_back() {
        // Given
        String path = path(link(mailing()));
        RestAssured.given().post(path).then().statusCode(200).body(containsString(path + "/undo"));

        // When
        RestAssured.given().post(path + "/undo").then().statusCode(200).body(containsString("again"));

        // Then
        awaitStatus(accepted(netLog(Map.of("address", address))), MessageStatus.SENT);
    }

    @Test
    void is_the_same_in_all_mails_of_a_list_and_another_for_everybody_else() {
        // Given
        String first = link(mailing());

        // When
        accepted(netLog(Map.of("address", address)));
        accepted(netLog(Map.of("address", "other-" + address)));

        // Then
        assertThat(link(relay.awaitMailsTo(address, 2).getLast())).isEqualTo(first);
        assertThat(link(relay.awaitMailTo("other-" + address))).isNotEqualTo(first);
        String token = first.substring(first.lastIndexOf('/') + 1);
        assertThat(token).hasSize(43).doesNotContain(address);
        assertThat(TestDatabase.current().query("select encode(sealed, 'escape') || token_hash from unsubscribe_link"))
                .noneMatch(stored -> stored.contains(token));
    }

    @Test
    void leads_nowhere_with_a_token_that_was_not_given_out() {
        for (String token : List.of("x", "A".repeat(43))) {
            RestAssured.given()
                    .get("/unsubscribe/" + token)
                    .then()
                    .statusCode(404)
                    .body(containsString("This link leads nowhere"));
            RestAssured.given().post("/unsubscribe/" + token).then().statusCode(404);
        }
    }

    private ReceivedMail mailing() {
        accepted(netLog(Map.of("address", address)));
        return relay.awaitMailTo(address);
    }

    private static String link(ReceivedMail mail) {
        return mail.header("List-Unsubscribe").getFirst().replaceAll("[<>]", "");
    }

    private static String path(String link) {
        return URI.create(link).getPath().replace("/notification/", "/");
    }
}
